import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { describe, it } from 'node:test';
import { createApp } from '../../src/collector/app.ts';
import { MAX_VERSIONS, OTHER_VERSION } from '../../src/collector/funnel-counter.ts';
import type { Report } from '../../src/protocol/report.ts';
import { createBench, START } from './bench.ts';
import { deploy, MONTH, PROVINCE } from './deployment.ts';
import { entryWith } from './entries.ts';
import type { ReportStage } from './report-stage.ts';

/** What a report counts. */
export const describeReportData = ({ bench, sites, app, reportIn }: ReportStage): void => {
  describe('GET /v1/reports/{province}', () => {
    it('counts samples as the statistics do, and says what each kind of line lacks', async () => {
      const { samples, needed, contexts } = await reportIn();
      const [tally] = await bench.store.tallies({ month: MONTH, province: PROVINCE });
      assert.equal(samples.all.votes, tally!.votes);
      assert.equal(samples.all.sources, tally!.sources);
      assert.deepEqual(needed, { votes: 100, sources: 50 });
      const kinds = await Promise.all(
        (['fixed', 'mobile'] as const).map(async (kind) => {
          const accesses = kind === 'fixed' ? (['wifi', 'cable'] as const) : (['4g', '5g'] as const);
          const [stratum] = await bench.store.tallies({ month: MONTH, province: PROVINCE, accesses });
          return [samples[kind].votes, stratum!.votes, samples[kind].verdict.needs, 100 - stratum!.votes];
        }),
      );
      for (const [votes, expected, needs, missing] of kinds) assert.deepEqual([votes, needs], [expected, missing]);
      const { wifi, cable, '4g': four, '5g': five, unknown } = samples.byAccess;
      assert.deepEqual([wifi + cable, four + five], [samples.fixed.votes, samples.mobile.votes]);
      assert.equal(wifi + cable + four + five + unknown, samples.all.votes);
      assert.deepEqual(contexts, [
        { context: 'citizen', votes: samples.all.votes },
        { context: 'kiosk', votes: 3 },
      ]);
    });

    it('breaks samples down by operator', async () => {
      const { operators, samples } = await reportIn();
      assert.deepEqual(operators.map(({ operator }) => operator).sort(), [
        'FPT Telecom',
        'MobiFone',
        'VNPT',
        'Viettel',
      ]);
      const sum = operators.reduce((total, each) => total + each.fixed.votes + each.mobile.votes + each.unknown, 0);
      assert.equal(sum, samples.all.votes);
    });

    it('lists no operators and versions without end that somebody makes up', async () => {
      const made = await createBench();
      await deploy(made.store);
      const forged = (i: number) =>
        entryWith({
          testId: randomUUID(),
          startedAt: `${MONTH}-20T03:04:05.000Z`,
          receivedAt: `${MONTH}-20T03:04:35.000Z`,
          ...{ province: PROVINCE, site: 'danang.gov.vn', state: 'unverified', flags: ['receipt-missing'] },
          ...{ operator: { asn: 64_512 + i, name: '' }, engineVersion: `9.9.${i}` },
        });
      for (let i = 0; i < 3 * MAX_VERSIONS; i++) await made.store.insert(forged(i));
      const [before, after] = [await reportIn(), await reportIn(createApp({ ...made.parts, sites }))];
      const names = ({ operators }: Report) => operators.map(({ operator }) => operator);
      assert.deepEqual(names(after).sort(), [...names(before), null].sort());
      const versions = after.versions.map(({ version }) => version);
      assert.equal(versions.length, MAX_VERSIONS + 1);
      assert.ok(versions.includes('0.1.0'));
      assert.equal(versions.at(-1), OTHER_VERSION);
      assert.ok(after.sites.every((site) => site.versions.length <= MAX_VERSIONS + 1));
      const finished = ({ versions: all }: Report) => all.reduce((sum, { reach }) => sum + reach.tests.finished, 0);
      assert.equal(finished(after), finished(before) + 3 * MAX_VERSIONS);
    });

    it('says which sites and kiosks were there, and which were not', async () => {
      const { sites: rows, kiosks, elsewhere, versions } = await reportIn();
      assert.deepEqual(
        rows.map(({ site, presence, unattributed }) => [site, presence, unattributed]),
        [
          ['danang.gov.vn', 'live', 0],
          ['hcc.danang.gov.vn', 'live', 0],
          ['hoian.danang.gov.vn', 'silent', 0],
          ['snv.danang.gov.vn', 'absent', 0],
          ['tamky.danang.gov.vn', 'absent', 7],
        ],
      );
      assert.deepEqual(
        kiosks.map(({ kiosk, presence, uptime, expectedBeats, lastFailure }) => ({
          ...{ kiosk, presence, expectedBeats, lastFailure },
          percent: Math.round(100 * uptime!),
        })),
        [
          { kiosk: 'sanh-1', presence: 'live', expectedBeats: 22 * 96, lastFailure: null, percent: 100 },
          { kiosk: 'sanh-2', presence: 'silent', expectedBeats: 22 * 96, lastFailure: 'offline', percent: 45 },
        ],
      );
      assert.deepEqual(elsewhere.tests, { started: 15, finished: 15, verified: 15, counted: 15, voted: 15 });
      assert.deepEqual(
        versions.map(({ version }) => version),
        ['0.1.0'],
      );
    });

    it('tells how far visits and tests came, and why no further', async () => {
      const { funnel } = await reportIn();
      assert.deepEqual(
        funnel.visits.map(({ step, count, lost }) => [step, count, lost]),
        [
          ['shown', 19_624, 19_439],
          ['consented', 185, 25],
          ['started', 160, 23],
          ['finished', 137, 0],
        ],
      );
      assert.deepEqual(funnel.visits[0]!.reasons, [
        { reason: 'not-pressed', count: 19_180 },
        { reason: 'engine-blocked', count: 212 },
        { reason: 'declined', count: 47 },
      ]);
      // 74 + 18 + 21 + 5 + 9 + 2 + 6 + 7 + 8 results of people, and 163 tickets.
      assert.deepEqual(
        funnel.tests.map(({ step, count, reasons }) => [step, count, ...reasons]),
        [
          ['started', 163, { reason: 'not-received', count: 13 }],
          ['finished', 150, { reason: 'receipt-missing', count: 9 }, { reason: 'replay-differs', count: 2 }],
          ['verified', 139, { reason: 'partial', count: 6 }, { reason: 'no-province', count: 5 }],
          ['counted', 128, { reason: 'same-source', count: 31 }],
          ['voted', 97],
        ],
      );
      assert.equal(
        funnel.tests[4]!.count,
        (await reportIn()).contexts.reduce((sum, { votes }) => sum + votes, 0),
      );
    });

    it('is of the running month without a word, and then tells up to today', async () => {
      const report = await reportIn(app, '');
      assert.deepEqual([report.month, report.countedTo, report.isRunning], ['2026-11', '2026-11-22', true]);
      assert.equal(report.samples.all.votes, 0);
      assert.equal(report.samples.all.verdict.needs, 100);
      assert.deepEqual(new Set(report.sites.map(({ presence }) => presence)), new Set(['absent']));
      assert.deepEqual([(await reportIn()).countedTo, (await reportIn()).isRunning], ['2026-10-31', false]);
      assert.deepEqual(
        new Set(report.kiosks.map(({ presence }) => presence)),
        new Set(['absent']),
        'known from October',
      );
    });
  });

  describe('the running month', () => {
    it('expects of a kiosk the working days that are over since it came', async () => {
      const { store, parts } = await createBench();
      const beat = async (at: string) =>
        store.beat(
          {
            ...{ site: 'hcc.danang.gov.vn', kiosk: 'moi', at },
            heartbeat: { version: '0.1.0', lastFailure: null, results: 0, uptimeS: 0 },
          },
          500,
        );
      // Came on Wednesday 18th; START is Sunday 22nd: Thursday and Friday are expected.
      await beat('2026-11-18T08:00:00.000Z');
      for (let i = 0; i < 48; i++)
        await beat(new Date(Date.parse('2026-11-19T01:00:00.000Z') + i * 300_000).toISOString());
      for (let i = 0; i < 200; i++)
        await beat(new Date(Date.parse('2026-11-20T01:00:00.000Z') + i * 300_000).toISOString());
      assert.equal(new Date(START).getUTCDay(), 0);
      const [kiosk] = (await reportIn(createApp({ ...parts, sites }), '')).kiosks;
      assert.deepEqual(
        [kiosk!.presence, kiosk!.beats, kiosk!.expectedBeats, kiosk!.uptime],
        ['live', 48 + 96, 2 * 96, 0.75],
      );
    });
  });
};
