import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { createOperatorRegistry, hasAsn } from '../../src/collector/operator-registry.ts';
import type { AsnSpan, Operator } from '../../src/protocol/operator.ts';

const span = (asn: number, from: string | null = null, to: string | null = null): AsnSpan => ({ asn, from, to });

/** 64501 goes from one to the other in April, and 64502 belongs to nobody until then. */
const SOLD: readonly Operator[] = [
  { id: 'old', name: 'Old Net', asns: [span(64500), span(64501, null, '2026-03')] },
  { id: 'new', name: 'New Net', asns: [span(64501, '2026-04'), span(64502, '2026-04')] },
];

const MONTHS = ['2026-01', '2026-02', '2026-03', '2026-04', '2026-05', '2026-06'];
const ASNS = [1, 2, 3, 4];

/** Who has a number in a month: each pair is given to an operator or nobody, and runs of months become spans. */
const anyTable = fc
  .array(fc.constantFrom(null, 'a', 'b', 'c'), {
    minLength: ASNS.length * MONTHS.length,
    maxLength: ASNS.length * MONTHS.length,
  })
  .map((owners) => {
    const ownerOf = (asn: number, month: string) =>
      owners[ASNS.indexOf(asn) * MONTHS.length + MONTHS.indexOf(month)] ?? null;
    const operators = ['a', 'b', 'c'].map((id): Operator => ({
      id,
      name: id,
      asns: ASNS.flatMap((asn) =>
        MONTHS.flatMap((month, i) => {
          const begins = ownerOf(asn, month) === id && (i === 0 || ownerOf(asn, MONTHS[i - 1]!) !== id);
          if (!begins) return [];
          const after = MONTHS.slice(i).find((later) => ownerOf(asn, later) !== id);
          return [span(asn, i === 0 ? null : month, after ? MONTHS[MONTHS.indexOf(after) - 1]! : null)];
        }),
      ),
    }));
    return { operators, ownerOf };
  });

describe('an operator’s networks', () => {
  const { networksOf, networksAround } = createOperatorRegistry(SOLD);

  it('are those of the table, with the months in which they are its own', () => {
    assert.deepEqual(networksOf('old'), [span(64500), span(64501, null, '2026-03')]);
    assert.equal(networksOf('Old Net'), null, 'asked for by id alone');
  });

  it('are found by one of its numbers, of each month those of whoever had that one then', () => {
    assert.deepEqual(networksAround(64501), [
      span(64500, null, '2026-03'),
      span(64501, null, '2026-03'),
      span(64501, '2026-04'),
      span(64502, '2026-04'),
    ]);
    assert.deepEqual(networksAround(64500), [span(64500), span(64501, null, '2026-03')]);
  });

  it('are the number alone while nobody in the table has it', () => {
    assert.deepEqual(networksAround(64502), [
      span(64501, '2026-04'),
      span(64502, '2026-04'),
      span(64502, null, '2026-03'),
    ]);
    assert.deepEqual(networksAround(65000), [span(65000)]);
  });

  it('are what asking each month by itself gives', () => {
    fc.assert(
      fc.property(anyTable, fc.constantFrom(...ASNS), ({ operators, ownerOf }, asked) => {
        const registry = createOperatorRegistry(operators);
        const around = registry.networksAround(asked);
        for (const month of MONTHS)
          for (const asn of ASNS) {
            const owner = ownerOf(asked, month);
            const isIn = owner === null ? asn === asked : ownerOf(asn, month) === owner;
            assert.equal(hasAsn(around, asn, month), isIn, `${asn} in ${month}`);
            assert.equal(hasAsn(registry.networksOf('a')!, asn, month), ownerOf(asn, month) === 'a');
          }
      }),
    );
  });
});

describe('an operator’s name', () => {
  it('is its id or its name, however it is written', () => {
    const { named } = createOperatorRegistry(SOLD);
    for (const text of ['old', 'Old Net', ' OLD NET ']) assert.equal(named(text)?.id, 'old', text);
    assert.equal(named('Nobody'), null);
  });
});
