import { join } from 'node:path';
import { csvLine } from './csv.ts';
import { readLines } from './read-lines.ts';
import { headerOf, type Table } from './tables.ts';

/** What is told of one file; a line too many makes all that follow differ. */
const MOST_COMPLAINTS = 5;

/** Holds a published table against the lines that it should have, as they come. */
export const createComparison = (folder: string, prefix: string, table: Table) => {
  const name = prefix + table.file;
  const header = headerOf(table);
  const lines = readLines(join(folder, name));
  const complaints: string[] = [];
  let number = 0;
  const complain = (sentence: string): void => {
    if (complaints.length < MOST_COMPLAINTS) complaints.push(`${name}:${number}: ${sentence}`);
    else if (complaints.length === MOST_COMPLAINTS) complaints.push(`${name}: … and more`);
  };
  const expect = (line: string, source: string): void => {
    number++;
    const found = lines.next();
    if (found.done) complain(`is missing; ${source} gives ${line.trimEnd()}`);
    else if (`${found.value}\n` !== line) complain(differenceOf(header, { published: found.value, line, source }));
  };
  expect(csvLine(header), 'this version');
  return {
    expect,
    /** What differed. */
    end: (): readonly string[] => {
      for (const line of lines) {
        number++;
        complain(`is in no result: ${line}`);
      }
      return complaints;
    },
  };
};

/** Names the columns that differ, where the line is of the same form. */
export const differenceOf = (
  header: readonly string[],
  { published, line, source }: { readonly published: string; readonly line: string; readonly source: string },
): string => {
  const [ours, theirs] = [line.trimEnd().split(','), published.split(',')];
  if (ours.length !== theirs.length) return `says ${published}; ${source} gives ${line.trimEnd()}`;
  return header
    .flatMap((name, i) =>
      ours[i] === theirs[i] ? [] : [`${name} is ${theirs[i] || 'empty'}; ${source} gives ${ours[i] || 'empty'}`],
    )
    .join(', ');
};
