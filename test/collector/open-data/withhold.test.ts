import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { placeKey, placeLevels } from '../../../src/collector/open-data/place-level.ts';
import { createPiles } from '../../../src/collector/open-data/published-piles.ts';
import { publishedRow } from '../../../src/collector/open-data/published-row.ts';
import {
  CELL_COLUMNS,
  DETAILS,
  PLACE,
  type PublishedRow,
  RESULT_COLUMNS,
} from '../../../src/collector/open-data/result-columns.ts';
import { withholdDetails } from '../../../src/collector/open-data/withhold.ts';
import { MIN_CELL_VOTES } from '../../../src/protocol/statistics.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { monthEntries } from './month-entries.ts';

const TEMPLATE: PublishedRow = (() => {
  const { result } = monthEntries('2026-09', 1)[0]!;
  return publishedRow({ result, hasSource: true, isCounted: true, validity: '2', isVote: true });
})();

const KEY = RESULT_COLUMNS.filter(({ role }) => role === 'key').map(({ name }) => name);
const keyOf = (row: PublishedRow): string => JSON.stringify(KEY.map((name) => row[name]));
const countBy = (rows: readonly PublishedRow[], nameOf: (row: PublishedRow) => string) => {
  const groups = new Map<string, { votes: number; rows: number }>();
  for (const row of rows) {
    const group = groups.get(nameOf(row)) ?? { votes: 0, rows: 0 };
    group.rows++;
    if (row.vote) group.votes++;
    groups.set(nameOf(row), group);
  }
  return groups;
};

/** Rows that differ in few ways, some of them rare. */
const anyRow = fc
  .record({
    context: fc.constantFrom('citizen', 'citizen', 'citizen', 'kiosk'),
    province_codes: fc.constantFrom('VN-2025', 'VN-2025', 'VN-2025', 'VN-2025', 'VN-2004'),
    access_kind: fc.constantFrom('fixed', 'fixed', 'fixed', 'mobile', null),
    province: fc.constantFrom('01', '01', '01', '01', '48', '92', null),
    access: fc.constantFrom('wifi', 'wifi', 'cable'),
    operator_asn: fc.constantFrom(7552, 7552, 7552, 45899, 64500, null),
    scope: fc.constantFrom('on-net', 'exchange'),
    ip_family: fc.constantFrom(4, 6),
    day: fc.constantFrom('2026-09-01', '2026-09-02', '2026-09-03'),
    vote: fc.constantFrom(true, true, true, false),
    download_bits_per_second: fc.integer({ min: 1, max: 1e9 }),
  })
  .map((change): PublishedRow => ({ ...TEMPLATE, ...change }));
const anyRows = fc.array(anyRow, { minLength: 1, maxLength: 500, size: 'max' });

const folder = temporaryFolder();
let tries = 0;
const publish = (rows: readonly PublishedRow[]): PublishedRow[] => {
  const own = join(folder, String(tries++));
  mkdirSync(own);
  const piles = createPiles(own);
  for (const row of rows) piles.add(row);
  return [...piles.published(placeLevels(piles.counts()))].flat();
};

describe('what is published of a month’s rows', () => {
  it('has no votes whose full key fewer than ten share, and no row without a vote that tells what fewer share', () => {
    fc.assert(
      fc.property(anyRows, (rows) => {
        for (const [key, { votes, rows: alike }] of countBy(publish(rows), keyOf)) {
          const isPlaceless = [...PLACE, ...DETAILS].every(
            (name) => (JSON.parse(key) as unknown[])[KEY.indexOf(name)] === null,
          );
          assert.ok(votes >= MIN_CELL_VOTES || (votes === 0 && isPlaceless), `${votes} votes of ${alike}: ${key}`);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('has none that a total less its told parts leaves: what is withheld in a column is of ten votes, too', () => {
    const names = CELL_COLUMNS.map(({ name }) => name);
    fc.assert(
      fc.property(anyRows, (rows) => {
        const published = publish(rows);
        for (let told = 1; told <= names.length; told++) {
          const prefix = (row: PublishedRow) => JSON.stringify(names.slice(0, told).map((name) => row[name]));
          for (const [key, { votes }] of countBy(published, prefix))
            assert.ok(votes === 0 || votes >= MIN_CELL_VOTES, `${votes}: ${key}`);
        }
      }),
      { numRuns: 30 },
    );
  });

  it('keeps every vote of a province and kind of line that has ten, with what it measured', () => {
    fc.assert(
      fc.property(anyRows, (rows) => {
        const published = publish(rows);
        const ratesAt = (all: readonly PublishedRow[], place: string) =>
          all
            .filter((row) => row.vote && placeKey(row) === place)
            .map((row) => row.download_bits_per_second!)
            .sort((a, b) => a - b);
        for (const [place, { votes }] of countBy(rows, (row) => placeKey(row))) {
          const province = (JSON.parse(place) as (string | null)[])[3];
          if (votes >= MIN_CELL_VOTES && province !== null)
            assert.deepEqual(ratesAt(published, place), ratesAt(rows, place));
        }
      }),
      { numRuns: 30 },
    );
  });

  it('loses no row but votes that nine or fewer are left of', () => {
    fc.assert(
      fc.property(anyRows, (rows) => {
        const lost = rows.length - publish(rows).length;
        const votesOf = (all: readonly PublishedRow[]) => all.filter(({ vote }) => vote).length;
        assert.ok(lost < MIN_CELL_VOTES);
        assert.equal(votesOf(rows) - votesOf(publish(rows)), lost);
      }),
      { numRuns: 30 },
    );
  });

  it('is the same whatever order the rows come in', () => {
    fc.assert(
      fc.property(anyRows, (rows) => {
        const text = (all: readonly PublishedRow[]) =>
          publish(all)
            .map((row) => JSON.stringify(row))
            .sort();
        assert.deepEqual(text([...rows].reverse()), text(rows));
      }),
      { numRuns: 15 },
    );
  });
});

describe('withholdDetails', () => {
  const rows = (count: number, change: Partial<PublishedRow>) =>
    Array.from({ length: count }, () => ({ ...TEMPLATE, access: 'wifi', operator_asn: 7552, ...change }));

  it('withholds the next smallest where the small ones alone are too few', () => {
    const { told } = withholdDetails([
      ...rows(40, { operator_asn: 1 }),
      ...rows(12, { operator_asn: 2 }),
      ...rows(3, { operator_asn: 3 }),
    ]);
    const counts = countBy(told, ({ operator_asn, withheld }) => `${operator_asn} ${withheld}`);
    assert.deepEqual([...counts].map(([name, { votes }]) => [name, votes]).sort(), [
      ['1 null', 40],
      ['null operator_asn', 15],
    ]);
  });

  it('takes rows without a vote out of the place where they would stand alone', () => {
    const { told, rest } = withholdDetails([...rows(20, {}), ...rows(2, { access: 'cable', vote: false })]);
    assert.equal(told.length, 20);
    assert.deepEqual(
      rest.map(({ province, access, withheld }) => [province, access, withheld!.split(' ').length]),
      [
        [null, null, PLACE.length + DETAILS.length],
        [null, null, PLACE.length + DETAILS.length],
      ],
    );
  });
});

describe('placeLevels', () => {
  const place = (province: string, access_kind: string | null = 'fixed') => ({
    context: 'citizen',
    province_codes: 'VN-2025',
    access_kind,
    province,
  });
  const levelsOf = (counts: readonly (readonly [Parameters<typeof placeKey>[0], number])[]) => {
    const levels = placeLevels(counts.map(([each, votes]) => ({ place: each, votes })));
    return counts.map(([each]) => levels.get(placeKey(each)));
  };

  it('tells a province of ten votes, and pools those that have fewer', () => {
    assert.deepEqual(
      levelsOf([
        [place('01'), 500],
        [place('11'), 6],
        [place('12'), 4],
      ]),
      [4, 3, 3],
    );
  });

  it('pools kinds of lines where one kind is too few, and publishes no votes where all together are', () => {
    assert.deepEqual(
      levelsOf([
        [place('01'), 500],
        [place('11', 'mobile'), 6],
        [place('12', null), 4],
      ]),
      [4, 2, 2],
    );
    assert.deepEqual(
      levelsOf([
        [place('01'), 500],
        [place('11', 'mobile'), 6],
      ]),
      [4, null],
    );
  });
});
