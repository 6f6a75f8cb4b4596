import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { FUNNEL_REASONS, type FunnelReason, TEST_STEPS } from '../../src/protocol/report.ts';
import { funnelOf } from '../../src/statistics/funnel.ts';

const anyCounts = fc.record({
  counts: fc.array(fc.nat({ max: 1000 }), { minLength: TEST_STEPS.length, maxLength: TEST_STEPS.length }),
  reasons: fc.array(fc.array(fc.tuple(fc.constantFrom(...FUNNEL_REASONS), fc.nat({ max: 400 })), { maxLength: 5 }), {
    minLength: TEST_STEPS.length,
    maxLength: TEST_STEPS.length,
  }),
});

const chainOf = (counts: readonly number[], reasons: readonly (readonly (readonly [FunnelReason, number])[])[] = []) =>
  funnelOf(
    TEST_STEPS,
    (step) => {
      const i = TEST_STEPS.indexOf(step);
      return { count: counts[i]!, reasons: new Map(reasons[i] ?? []) };
    },
    () => 'left',
  );

describe('funnelOf', () => {
  it('never has fewer at a step than at the next, and loses exactly the difference, each for one reason', () => {
    fc.assert(
      fc.property(anyCounts, ({ counts, reasons }) => {
        const chain = chainOf(counts, reasons);
        chain.forEach(({ count, lost, reasons: why }, i) => {
          const next = chain[i + 1];
          assert.ok(count >= counts[i]!);
          assert.equal(count, lost + (next?.count ?? count));
          assert.equal(
            why.reduce((sum, each) => sum + each.count, 0),
            lost,
          );
          assert.ok(why.every((each) => each.count > 0));
          assert.equal(new Set(why.map(({ reason }) => reason)).size, why.length);
        });
      }),
    );
  });

  it('leaves counts alone that are in order', () => {
    const chain = chainOf([90, 60, 50, 40, 30], [[['offline', 10]]]);
    assert.deepEqual(
      chain.map(({ count }) => count),
      [90, 60, 50, 40, 30],
    );
    assert.deepEqual(chain[0]!.reasons, [
      { reason: 'left', count: 20 },
      { reason: 'offline', count: 10 },
    ]);
  });

  it('takes who was seen at a later step as having taken those before', () => {
    assert.deepEqual(
      chainOf([0, 0, 0, 7, 5]).map(({ count, lost }) => [count, lost]),
      [
        [7, 0],
        [7, 0],
        [7, 0],
        [7, 2],
        [5, 0],
      ],
    );
  });
});
