import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { describe, it } from 'node:test';
import { type CountryPlan, visitsOf } from '../../demo/simulate/country.ts';
import { entriesOf } from '../../demo/simulate/fill.ts';
import { OPERATORS } from '../../demo/simulate/operators.ts';
import { isKept } from '../../demo/simulate/visit.ts';
import { vietnamDay } from '../../src/collector/vietnam-calendar.ts';
import { median } from '../../src/estimator/statistics.ts';
import { openNetworks } from '../../src/node/networks.ts';
import * as v from 'valibot';
import { StoredResultSchema } from '../../src/protocol/submission.ts';

const QUARTER = { seed: 1, results: 20_000, from: '2026-07-01', to: '2026-09-30' };
const quarter = [...visitsOf(QUARTER)];
const kept = quarter.filter(isKept);

const digestOf = (plan: CountryPlan): string => {
  const hash = createHash('sha256');
  for (const entry of entriesOf(plan)) hash.update(JSON.stringify(entry));
  return hash.digest('hex');
};

describe('a simulated country', () => {
  it('is the same one to the last byte for the same seed, and another one for another seed', () => {
    const plan = { ...QUARTER, results: 1500 };
    assert.equal(digestOf(plan), digestOf(plan));
    assert.notEqual(digestOf(plan), digestOf({ ...plan, seed: 2 }));
  });

  it('has exactly as many results as were asked for, in the days that were asked for, in their order', () => {
    assert.equal(kept.length, QUARTER.results);
    const days = kept.map(({ startedAt }) => vietnamDay(new Date(startedAt).toISOString()));
    assert.deepEqual([days[0], days.at(-1)], [QUARTER.from, QUARTER.to]);
    assert.deepEqual(days, [...days].sort());
    assert.equal(new Set(kept.map(({ testId }) => testId)).size, QUARTER.results);
  });

  it('gives entries that the protocol’s schema lets through', () => {
    for (const { result } of entriesOf({ ...QUARTER, results: 500 }))
      assert.deepEqual(v.parse(v.strictObject(StoredResultSchema.entries), result), result);
  });

  it('sees every address in its operator’s network, as the collector’s own table has it', async () => {
    const networks = await openNetworks(null);
    for (const { address, operator } of quarter.slice(0, 3000))
      assert.deepEqual(networks.find(address), operator, address);
  });

  it('measures near what was put in: the printed rates of operators, and their share of IPv6', () => {
    const citizens = kept.filter(({ context, fate }) => context === 'citizen' && fate === 'complete');
    for (const { asn, name, fixed, fiveG, fixedIpv6, fixedShare } of OPERATORS) {
      const at = (...accesses: readonly string[]) =>
        citizens.filter((visit) => visit.operator.asn === asn && accesses.includes(visit.access ?? ''));
      const near = (of: typeof citizens, printed: number, what: string) => {
        const middle = median(of.map(({ measured }) => measured.down)) / 1e6;
        assert.ok(Math.abs(middle / printed - 1) < 0.2, `${name} ${what}: ${middle} Mbit/s for ${printed}`);
      };
      const fixedLines = at('wifi', 'cable');
      if (fixed && fixedShare > 2) {
        near(fixedLines, fixed.down, 'fixed');
        const works = fixedLines.filter(({ measured }) => measured.ipv6 === 'works').length / fixedLines.length;
        assert.ok(Math.abs(works - fixedIpv6) < 0.06, `${name}: IPv6 works for ${works}, not ${fixedIpv6}`);
      }
      if (fiveG) near(at('5g'), fiveG.down, '5G');
    }
  });

  it('has a pair of connect times exactly where IPv6 works and the browser tells', () => {
    for (const { measured } of kept) if (measured.connectMs6 !== null) assert.equal(measured.ipv6, 'works');
    const pairs = kept.filter(({ measured }) => measured.connectMs4 !== null && measured.connectMs6 !== null);
    assert.ok(pairs.length > kept.length * 0.5, `${pairs.length} pairs`);
  });

  it('has nights, evenings, weekends and growth', () => {
    const count = (is: (at: Date) => boolean) =>
      kept.filter(({ startedAt }) => is(new Date(startedAt + 7 * 3_600_000))).length;
    const hours = (from: number, to: number) => count((at) => at.getUTCHours() >= from && at.getUTCHours() < to);
    assert.ok(hours(20, 22) > 5 * hours(2, 4), `${hours(20, 22)} in the evening, ${hours(2, 4)} at night`);
    assert.ok(count((at) => at.getUTCDay() === 2) > 1.2 * count((at) => at.getUTCDay() === 0));
    assert.ok(count((at) => at.getUTCMonth() === 8) > count((at) => at.getUTCMonth() === 6));
  });

  it('has provinces with far too few results, and one with many', () => {
    const of = (code: string) => kept.filter(({ province }) => province === code).length / 3;
    assert.ok(of('12') < 20 && of('11') < 30, `Lai Châu ${of('12')}, Điện Biên ${of('11')} a month`);
    assert.ok(of('79') > 1000, `Hồ Chí Minh ${of('79')} a month`);
  });

  it('has tests that never become results: cancelled ones and forged ones', () => {
    const share = (fate: string) => quarter.filter((visit) => visit.fate === fate).length / quarter.length;
    assert.ok(share('cancelled') > 0.03 && share('cancelled') < 0.08, `${share('cancelled')} cancelled`);
    assert.ok(share('forged') > 0.001 && share('forged') < 0.006, `${share('forged')} forged`);
  });
});
