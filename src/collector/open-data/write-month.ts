import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { ResultStore } from '../result-store.ts';
import { csvLine, type Field } from './csv.ts';
import { figureName } from './figure-line.ts';
import { figureScopes } from './figure-scope.ts';
import { evidenceLines, figureLines, siteLines } from './figure-tables.ts';
import { createFigureTallies } from './figure-tallies.ts';
import { createLineFile } from './line-file.ts';
import { placeLevels } from './place-level.ts';
import { createCellCounter } from './published-cell.ts';
import { createPiles } from './published-piles.ts';
import { publishedRow } from './published-row.ts';
import { storedTallies } from './stored-tallies.ts';
import { CELLS, EVIDENCE, FIGURES, headerOf, HISTOGRAMS, PARQUET_FILE, RESULTS, SITES, type Table } from './tables.ts';
import { createCellFiles } from './write-cells.ts';
import { writeResults } from './write-results.ts';

/** Which month, and what its files' names begin with. */
export interface MonthFiles {
  readonly month: string;
  readonly prefix: string;
  /** What Parquet readers are told. */
  readonly notes: Readonly<Record<string, string>>;
}

/** Rows by file. */
export type RowCounts = Readonly<Record<string, number>>;

/**
 * Writes the tables of a month into a folder. All but sites.csv and evidence.csv is made of the published rows alone: no table tells what
 * another one withholds. The same store gives the same bytes.
 */
export const writeMonth = async (
  store: ResultStore,
  folder: string,
  { month, prefix, notes }: MonthFiles,
): Promise<RowCounts> => {
  const scratch = mkdtempSync(join(folder, '.piles-'));
  try {
    const piles = createPiles(scratch);
    for await (const kept of store.results(month)) piles.add(publishedRow(kept));
    const counts = piles.counts();
    const levels = placeLevels(counts);

    const nameOf = ({ file }: Table) => prefix + file;
    const published = createFigureTallies(month);
    const cellFiles = createCellFiles(join(folder, nameOf(CELLS)), join(folder, nameOf(HISTOGRAMS)));
    const counter = createCellCounter((cell) => {
      cellFiles.write(cell);
      published.add(cell);
    });
    const [csv, parquet] = [nameOf(RESULTS), prefix + PARQUET_FILE];
    const results = writeResults(
      folder,
      { csv, parquet, notes },
      { piles: piles.published(levels), note: counter.add },
    );
    counter.end();
    const [cells, bins] = cellFiles.close();

    const asked = figureScopes(counts, levels);
    const tallies = await storedTallies(store, month, [...new Set(asked.map(({ key }) => key.context))]);
    const scopes = asked.map((scope) => ({ ...scope, stored: tallies.get(figureName(scope.key))! }));
    const write = (table: Table, lines: readonly (readonly Field[])[]): number => {
      const target = createLineFile(join(folder, nameOf(table)));
      for (const line of [headerOf(table), ...lines]) target.write(csvLine(line));
      return target.close() - 1;
    };
    return {
      [csv]: results,
      [parquet]: results,
      [nameOf(CELLS)]: cells,
      [nameOf(HISTOGRAMS)]: bins,
      [nameOf(SITES)]: write(SITES, siteLines(month, scopes)),
      [nameOf(EVIDENCE)]: write(EVIDENCE, evidenceLines(month, scopes)),
      [nameOf(FIGURES)]: write(FIGURES, figureLines(month, { scopes, published })),
    };
  } finally {
    rmSync(scratch, { recursive: true });
  }
};
