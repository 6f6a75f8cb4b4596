import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Tally } from '../../statistics/tally.ts';
import { differenceOf } from './comparison.ts';
import { csvLine } from './csv.ts';
import { type FigureKey, figureLine, figureName, type Withheld } from './figure-line.ts';
import { createFigureTallies, type FigureTallies } from './figure-tallies.ts';
import { prefixOf } from './month-metadata.ts';
import { readCells } from './read-cells.ts';
import { readEvidence } from './read-evidence.ts';
import { readTable, type TableLine, UnreadableFileError } from './read-table.ts';
import { compareParquet, recountResults } from './recount-results.ts';
import { EVIDENCE, FIGURES, headerOf, HISTOGRAMS, RESULTS } from './tables.ts';

/** A figure as the published rows give it, or why it is withheld. */
export interface RecomputedFigure {
  readonly key: FigureKey;
  readonly tally: Tally | Withheld;
}
export interface RecomputedMonth {
  readonly month: string;
  readonly rows: number;
  readonly figures: readonly RecomputedFigure[];
  /** Whatever in the files does not agree, a sentence each; empty where all does. */
  readonly complaints: readonly string[];
}

interface FigureRow extends FigureKey {
  readonly period: string;
  readonly withheld: Withheld | null;
}

const NO_EVIDENCE = { sources: 0, topSourceVotes: 0, sites: new Map<string, number>() };

/**
 * Computes a published month again from its own files, without the store and twice: from results to cells, histograms and figures, and from
 * cells and histograms to figures. results.parquet is held against results.csv row by row.
 */
export const recomputeMonth = async (folder: string): Promise<RecomputedMonth> => {
  const prefix = [false, true]
    .map((isSimulated) => prefixOf({ isSimulated }))
    .find((each) => existsSync(join(folder, each + FIGURES.file)));
  if (prefix === undefined)
    throw new UnreadableFileError(`${folder} holds no ${FIGURES.file}: it is no published month.`);
  const lines = [...readTable<FigureRow>(folder, prefix, FIGURES)];
  const month = lines[0]?.row.period ?? basename(folder);
  const evidence = readEvidence(folder, prefix);

  const fromResults = createFigureTallies(month);
  const { rows, complaints } = recountResults(folder, { prefix, tallies: fromResults });
  const fromCells = createFigureTallies(month);
  for (const cell of readCells(folder, prefix)) fromCells.add(cell);

  const tallyIn = (tallies: FigureTallies, key: FigureKey): Tally | Withheld =>
    tallies.tally(key, evidence.get(figureName(key)) ?? NO_EVIDENCE) ?? 'few';
  const complain = (tallies: FigureTallies, source: string) =>
    lines
      .filter(({ row }) => row.withheld === null)
      .flatMap((published) => complaintsOf(published, { prefix, source, tally: tallyIn(tallies, published.row) }));
  return {
    month,
    rows,
    figures: lines.map(({ row }) => ({ key: row, tally: row.withheld ?? tallyIn(fromResults, row) })),
    complaints: [
      ...complaints,
      ...(await compareParquet(folder, prefix)),
      ...complain(fromResults, RESULTS.file),
      ...complain(fromCells, HISTOGRAMS.file),
      ...unlisted(lines, fromResults).map((name) => `${prefix}${FIGURES.file}: lacks the figures of ${name}`),
      ...[...evidence].flatMap(([name, { sources }]) => {
        const known = fromResults.sourcesOf(name);
        return known === null || known === sources
          ? []
          : [`${prefix}${EVIDENCE.file}: ${name} has ${sources} sources; ${RESULTS.file} gives ${known}`];
      }),
    ],
  };
};

const complaintsOf = (
  { number, text, row }: TableLine<FigureRow>,
  { prefix, source, tally }: { readonly prefix: string; readonly source: string; readonly tally: Tally | Withheld },
): string[] => {
  const line = csvLine(figureLine(row.period, row, tally));
  if (`${text}\n` === line) return [];
  const difference = differenceOf(headerOf(FIGURES), { published: text, line, source });
  return [`${prefix}${FIGURES.file}:${number}: ${difference}`];
};

/** Figures that there are votes of, and no line. */
const unlisted = (lines: readonly TableLine<FigureRow>[], tallies: FigureTallies): string[] => {
  const listed = new Set(lines.map(({ row }) => figureName(row)));
  return tallies.names().filter((name) => !listed.has(name));
};
