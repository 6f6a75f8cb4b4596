import { join } from 'node:path';
import { NUMBERS, PACKED, type CellRow } from '../../../src/collector/cell-row.ts';
import { addBins, addCounts, pack, type PackedCounts } from '../../../src/collector/packed-counts.ts';
import { openSqlite, openSqliteStore } from '../../../src/collector/sqlite-store.ts';
import { addTo, emptyHistogram, filledBins, FIRST_BIN, LAST_BIN, ZERO_BIN } from '../../../src/statistics/histogram.ts';
import { monthsBack } from './months-back.ts';

/**
 * The tails of a distribution that is a hundred times as full reach further: those of a logarithmic normal one by 1.2 σ, and plans and radio
 * spread rates by 0.3 of a decade. 24 bins are 0.375.
 */
const REACH = 24;

/** Of a hundred votes one goes to each of the bins around: half of them stay, so that nothing that was apart becomes alike. */
const NEIGHBOUR_SHARE = 0.01;

/** So many times the votes, and bins filled that such a histogram has filled: the gaps, and the tails. */
export const fuller = (packed: PackedCounts, times: number): PackedCounts => {
  const before = emptyHistogram();
  addBins(packed, before);
  const after = emptyHistogram();
  for (const { bin, votes } of filledBins(before)) {
    const neighbours =
      bin === ZERO_BIN
        ? []
        : Array.from({ length: 2 * REACH + 1 }, (_, i) => bin - REACH + i).filter(
            (near) => near !== bin && near >= FIRST_BIN && near <= LAST_BIN,
          );
    const each = Math.floor(votes * times * NEIGHBOUR_SHARE);
    for (const near of neighbours) addTo(after, near, each);
    addTo(after, bin, votes * times - each * neighbours.length);
  }
  return pack(new Map(filledBins(after).map(({ bin, votes }) => [bin, votes])));
};

/** The figures of a store with so many times the votes, and with its months again as those before, up to `months`; a copy without results. */
export const copyFuller = async (
  from: string,
  to: string,
  { times, months }: { readonly times: number; readonly months: number },
): Promise<void> => {
  const file = join(to, 'results.sqlite');
  await (await openSqliteStore(file)).close();
  const store = openSqlite(file);
  store.exec(`attach '${join(from, 'results.sqlite').replaceAll("'", "''")}' as held`);
  store.exec('begin; insert into marks select * from held.marks; insert into cells select * from held.cells; commit');
  store.exec('detach held');
  const rows = store.prepare('select * from cells').all() as CellRow[];
  const insert = store.prepare(
    `insert or replace into cells (${Object.keys(rows[0]!).join(', ')}) values (${Object.keys(rows[0]!)
      .map(() => '?')
      .join(', ')})`,
  );
  const held = [...new Set(rows.map(({ month }) => month))].sort();
  store.exec('begin');
  for (const row of rows) {
    const more = moreOf(row, times);
    for (let back = 0; back < months; back += held.length)
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
    ...Object.fromEntries(PACKED.map((column) => [column, fuller(row[column], times)])),
    sites: pack(new Map([...sites].map(([site, votes]) => [site, votes * times]))),
  };
};
