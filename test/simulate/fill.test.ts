import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { campaignIn, stuffedIn } from '../../demo/simulate/events.ts';
import { entriesOf, fill } from '../../demo/simulate/fill.ts';
import { campaignOf, hallOf } from '../../demo/simulate/sites.ts';
import { groupBy } from '../../src/collector/group-by.ts';
import type { ResultEntry, ResultStore } from '../../src/collector/result-store.ts';
import { openSqliteStore } from '../../src/collector/sqlite-store.ts';
import { vietnamDay } from '../../src/collector/vietnam-calendar.ts';
import { cellOf } from '../../src/statistics/tally.ts';
import { entryWith } from '../collector/entries.ts';
import { temporaryFolder } from '../collector/temporary-folder.ts';

const folder = temporaryFolder();
const open = async (): Promise<ResultStore> => {
  const store = await openSqliteStore(join(folder, `${randomUUID()}.sqlite`));
  after(() => store.close());
  return store;
};

const PLAN = { seed: 1, results: 4000, from: '2026-08-01', to: '2026-08-31' };
const MONTH = '2026-08';
const entries = [...entriesOf(PLAN)];
const filled = await open();
const summary = await fill(filled, PLAN);

const citizens = { month: MONTH, province: null };
const without = async (isLeftOut: (entry: ResultEntry) => boolean): Promise<ResultStore> => {
  const store = await open();
  await store.fillSimulated({ told: 'a part', entries: entries.filter((entry) => !isLeftOut(entry)) });
  return store;
};

describe('simulating straight into a store', () => {
  it('marks it, keeps what the country has, and tells what became of it', async () => {
    assert.equal(await filled.isSimulated(), true);
    const [first, last] = [entries[0]!, entries.at(-1)!];
    for (const entry of [first, last]) assert.deepEqual(await filled.find(entry.result.testId), entry);
    assert.match(summary.lines().join('\n'), /complete \d+, cancelled \d+/);
  });

  it('leaves a store with real results as it was', async () => {
    const real = await open();
    const entry = entryWith();
    await real.insert(entry);
    const before = await real.tallies({ month: null, province: null });
    await assert.rejects(fill(real, PLAN), { name: 'SettingError', message: /holds real results/ });
    assert.equal(await real.isSimulated(), false);
    assert.deepEqual(await real.tallies({ month: null, province: null }), before);
    assert.equal(await real.find(entries[0]!.result.testId), null);
  });

  it('changes nothing when the same country comes again', async () => {
    const before = await filled.tallies(citizens);
    await fill(filled, PLAN);
    assert.deepEqual(await filled.tallies(citizens), before);
  });

  it('keeps the days of kiosks, with the results they sent', async () => {
    const site = hallOf({ slug: 'da-nang' } as Parameters<typeof hallOf>[0]);
    const days = await filled.kiosks(site, MONTH);
    assert.ok(days.length > 100, `${days.length} days`);
    for (const { kiosk, day, results } of days) {
      const sent = entries.filter(
        ({ result }) => result.site === site && result.kiosk === kiosk && vietnamDay(result.startedAt!) === day,
      );
      assert.equal(results, sent.length, `${kiosk} on ${day}`);
    }
  });
});

describe('figures of a simulated country', () => {
  it('are those of one vote a source: who tests forty times has one', async () => {
    const bySource = groupBy(entries, ({ sourceKey }) => sourceKey);
    const [busiest] = [...bySource.values()].sort((a, b) => b.length - a.length);
    assert.ok(busiest!.length >= 40, `${busiest!.length} tests`);
    const others = await without((entry) => busiest!.includes(entry));
    const votes = async (store: ResultStore) =>
      (await store.tallies(citizens)).reduce((sum, tally) => sum + tally.votes, 0);
    const provinces = new Set(
      busiest!.filter(({ result }) => result.state === 'verified').map((e) => e.result.province),
    );
    provinces.delete(null);
    const lost = (await votes(filled)) - (await votes(others));
    assert.ok(lost > 0 && lost <= provinces.size, `${lost} votes for ${provinces.size} provinces that were said`);
  });

  it('are no other ones for a campaign’s flood of citizens', async () => {
    const { province } = campaignIn(PLAN.seed, MONTH);
    const flood = entries.filter(({ result }) => result.site === campaignOf(province));
    assert.ok(flood.length >= 10, `${flood.length} tests of the campaign`);
    const calm = await without(({ result }) => result.context === 'campaign');
    assert.deepEqual(await filled.tallies(citizens), await calm.tallies(citizens));
    const own = await filled.tallies({ ...citizens, context: 'campaign' });
    const votes = own.reduce((sum, tally) => sum + tally.votes, 0);
    assert.ok(votes > 0 && votes < flood.length / 2, `${votes} votes for ${flood.length} tests behind a few addresses`);
  });

  it('are hardly moved by somebody who tests all day to lift them', async () => {
    const { code } = stuffedIn(PLAN.seed, MONTH);
    const isStuffed = ({ result }: ResultEntry) =>
      (result.download?.bitsPerSecond ?? 0) > 700e6 && result.site === 'i-speed';
    const bySource = groupBy(
      entries.filter((entry) => entry.result.province === code && isStuffed(entry)),
      ({ sourceKey }) => sourceKey,
    );
    const stuffed = [...bySource.values()].sort((a, b) => b.length - a.length)[0]!;
    assert.ok(stuffed.length > 60, `${stuffed.length} tests`);
    const source = stuffed[0]!.sourceKey;
    const honest = await without(({ sourceKey }) => sourceKey === source);
    const cell = async (store: ResultStore) => cellOf((await store.tallies({ month: MONTH, province: code }))[0]!);
    const [moved, still] = [await cell(filled), await cell(honest)];
    assert.equal(moved.count, still.count + 1);
    const factor = moved.medianDownloadBitsPerSecond! / still.medianDownloadBitsPerSecond!;
    assert.ok(factor < 1.08, `the median is ${factor} times what it was`);
  });

  it('take no cheat in', async () => {
    const honest = await without(({ result }) => result.state !== 'verified');
    assert.deepEqual(await filled.tallies(citizens), await honest.tallies(citizens));
    assert.ok(entries.some(({ result }) => result.state === 'disagrees'));
    assert.ok(entries.some(({ result }) => result.state === 'unverified'));
  });
});
