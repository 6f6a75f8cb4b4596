import { join } from 'node:path';
import { ALL, DIMENSIONS } from '../../../src/collector/cell-level.ts';
import { BIN_COLUMNS, type CellRow, NUMBERS } from '../../../src/collector/cell-row.ts';
import { addBins, packBins, type PackedBins } from '../../../src/collector/packed-bins.ts';
import { addCounts, pack } from '../../../src/collector/packed-counts.ts';
import { openSqlite, openSqliteStore } from '../../../src/collector/sqlite-store.ts';
import {
  addTo,
  emptyHistogram,
  filledBins,
  FIRST_BIN,
  LAST_BIN,
  takeFrom,
  ZERO_BIN,
} from '../../../src/statistics/histogram.ts';
import { monthsBack } from './months-back.ts';

/**
 * The tails of a histogram that is a hundred times as full reach further: those of a logarithmic normal distribution by 1.2 σ, and a σ of rates
 * is some 0.3 of a decade. In bins.
 */
const REACH = 24;

/** Of a hundred votes one goes to each of the bins around: half of them stay, so that nothing that was apart becomes alike. */
const NEIGHBOUR_SHARE = 0.01;

/** So many times the votes, and bins filled that such a histogram has filled: the gaps, and the tails. */
export const fuller = (packed: PackedBins, times: number): PackedBins => {
  const before = emptyHistogram();
  addBins(packed, before);
  const after = emptyHistogram();
  for (const { bin, votes } of filledBins(takeFrom(before))) {
    const each = bin === ZERO_BIN ? 0 : Math.floor(votes * times * NEIGHBOUR_SHARE);
    const [low, high] = [Math.max(bin - REACH, FIRST_BIN), Math.min(bin + REACH, LAST_BIN)];
    for (let near = low; near <= high; near++) addTo(after, near, each);
    addTo(after, bin, votes * times - each * (high - low + 1));
  }
  return packBins(takeFrom(after));
};

/**
 * The figures of a store with so many times the votes, and of all of a month's votes together the same again as months before, up to `months`:
 * what curves are drawn from. A copy without results, which figures are not read from.
 */
export const copyFuller = async (
  from: string,
  to: string,
  { times, months }: { readonly times: number; readonly months: number },
): Promise<void> => {
  const file = join(to, 'results.sqlite');
  await (await openSqliteStore(file)).close();
  const store = openSqlite(file);
  store.exec('pragma synchronous = off');
  store.exec(`attach '${join(from, 'results.sqlite').replaceAll("'", "''")}' as held`);
  store.exec('insert into marks select * from held.marks');
  const rows = store.prepare('select * from held.cells').all() as CellRow[];
  const columns = Object.keys(rows[0]!);
  const insert = store.prepare(
    `insert into cells (${columns.join(', ')}) values (${columns.map(() => '?').join(', ')}) on conflict do nothing`,
  );
  const held = new Set(rows.map(({ month }) => month)).size;
  store.exec('begin');
  for (const row of rows) {
    const more = moreOf(row, times);
    const isTogether = DIMENSIONS.every((dimension) => row[dimension] === ALL[dimension]);
    for (let back = 0; back < (isTogether ? months : 1); back += held)
      insert.run(...Object.values({ ...more, month: monthsBack(row.month, back) }));
  }
  store.exec('commit');
  store.close();
};

const moreOf = (row: CellRow, times: number): CellRow => {
  if (times === 1) return row;
  const sites = new Map<string, number>();
  addCounts(row.sites, sites);
  return {
    ...row,
    ...Object.fromEntries(NUMBERS.map((column) => [column, row[column] * times])),
    ...Object.fromEntries(Object.values(BIN_COLUMNS).map((column) => [column, fuller(row[column], times)])),
    sites: pack(new Map([...sites].map(([site, votes]) => [site, votes * times]))),
  };
};
