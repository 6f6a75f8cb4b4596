import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import * as v from 'valibot';
import { createApp } from '../../src/collector/app.ts';
import { createCommuneRegistry } from '../../src/collector/commune-registry.ts';
import { COLLECTOR_PATHS, progressPath, sharedPath } from '../../src/protocol/endpoints.ts';
import { ProgressSchema } from '../../src/protocol/progress.ts';
import { DistributionSchema, StatisticsSchema } from '../../src/protocol/statistics.ts';
import type { StoredResult } from '../../src/protocol/submission.ts';
import { createBench, problemOf } from './bench.ts';
import { entryWith, throughput } from './entries.ts';

const bench = await createBench();
const app = createApp({
  ...bench.parts,
  communes: createCommuneRegistry([
    { code: '20197', name: 'Liên Chiểu', province: '48' },
    { code: '20194', name: 'Hải Vân', province: '48' },
    { code: '00004', name: 'Ba Đình', province: '01' },
  ]),
});

/** Votes of as many sources at four sites, with rates of 1, 2, 3 … Mbit/s; the same sources whatever is changed. */
const vote = async (count: number, change: Partial<StoredResult>): Promise<void> => {
  for (let i = 1; i <= count; i++)
    await bench.store.insert(
      entryWith(
        { download: throughput(i * 1e6), site: `site-${i % 4}`, access: 'wifi', ...change },
        { sourceKey: `home ${i}` },
      ),
    );
};
const OLD = { provinceCodes: 'VN-2004', startedAt: '2025-06-15T03:04:05.000Z' };
const NEW = { startedAt: '2025-07-15T03:04:05.000Z' };

await vote(60, { ...OLD, province: '48' });
await vote(80, { ...OLD, province: '49' });
await vote(20, { ...OLD, province: '15' });
await vote(70, { ...NEW, province: '48' });
await vote(5, { ...NEW, province: '15' });
await vote(310, { province: '48', commune: '20194' });
// Of another context: the same homes have a vote there, too.
await vote(120, { province: '48', commune: '20197', context: 'office', access: '4g' });

const ask = async (query: string) => {
  const answer = await app.request(`${COLLECTOR_PATHS.statistics}?${query}`);
  assert.equal(answer.status, 200, await answer.clone().text());
  return v.parse(v.strictObject(StatisticsSchema.entries), await answer.json());
};
const countsOf = async (query: string) =>
  (await ask(query)).cells.map(({ province, period, count }) => `${province} ${period} ${count}`);
const complaint = async (query: string, of = app) =>
  (await problemOf(await of.request(`${COLLECTOR_PATHS.statistics}?${query}`))).detail;

describe('figures of before July 2025', () => {
  it('are told under today’s borders', async () => {
    assert.deepEqual(await countsOf('to=2025-12'), [
      '15 2025-06 20',
      '48 2025-06 140',
      '15 2025-07 5',
      '48 2025-07 70',
    ]);
    assert.deepEqual(await countsOf('to=2025-12&province=48'), ['48 2025-06 140', '48 2025-07 70']);
    assert.deepEqual(await countsOf('period=2025&province=48'), ['48 2025 210']);
    assert.equal((await ask('')).provinceCodes, 'VN-2025');
  });

  it('are those of all votes together, but of no more sources than the largest part is known to have', async () => {
    const [cell] = (await ask('month=2025-06&province=48')).cells;
    // 1 to 60 and 1 to 80 Mbit/s: the 70th and the 71st of 140 are 35 and 36.
    assert.ok(Math.abs(cell!.medianDownloadBitsPerSecond! - 35.5e6) < 0.02 * 35.5e6);
    assert.equal(cell!.verdict.publishable, true, '80 sources in Quảng Nam are enough');
    const [few] = (await ask('month=2025-06&province=15')).cells;
    assert.deepEqual(
      few!.verdict.reasons.map(({ code }) => code),
      ['too-few-votes', 'too-few-sources'],
    );
  });

  it('are told in the provinces of then, of what was stored so', async () => {
    assert.deepEqual(await countsOf('codes=VN-2004'), ['15 2025-06 20', '48 2025-06 60', '49 2025-06 80']);
    assert.deepEqual(await countsOf('codes=VN-2004&province=49'), ['49 2025-06 80']);
    const { provinceCodes, country } = await ask('codes=VN-2004');
    assert.deepEqual([provinceCodes, country.map(({ count }) => count)], ['VN-2004', [160]]);
    const answer = await app.request(`${COLLECTOR_PATHS.distribution}?codes=VN-2004&province=49`);
    const { province, count } = v.parse(DistributionSchema, await answer.json());
    assert.deepEqual([province, count], ['49', 80]);
  });

  it('are asked for by a code of their edition', async () => {
    assert.match(await complaint('province=49'), /^province: province must be one of the 34/);
    assert.match(await complaint('codes=VN-2004&province=03'), /^province: province must be one of the 63/);
    assert.match(await complaint('codes=VN-1996'), /^codes: /);
  });

  it('name a result’s province as it was', async () => {
    const entry = entryWith({ ...OLD, province: '15' });
    await bench.store.insert(entry);
    const page = await (await app.request(sharedPath(entry.result.testId))).text();
    assert.match(page, /Yên Bái/);
    assert.doesNotMatch(page, /Lào Cai/);
  });
});

describe('figures of communes', () => {
  it('are a cell each, by the votes that a commune needs', async () => {
    const { cells, country } = await ask('month=2026-11&province=48&by=commune');
    assert.deepEqual(
      cells.map(({ province, commune, count, verdict }) => [province, commune, count, verdict.publishable]),
      [['48', { code: '20194', name: 'Hải Vân' }, 310, true]],
    );
    assert.deepEqual(
      country.map(({ count, commune }) => [count, commune]),
      [[310, undefined]],
    );
    const [office] = (await ask('province=48&by=commune&context=office')).cells;
    assert.deepEqual(
      [office!.commune!.code, office!.verdict.reasons],
      [
        '20197',
        [
          { code: 'too-few-votes', needs: 180 },
          { code: 'too-few-sources', needs: 30 },
        ],
      ],
    );
  });

  it('are told by access and for a period, and of one commune alone', async () => {
    const countOf = async (query: string) =>
      (await ask(query)).cells.map(({ commune, period, count }) => [commune!.code, period, count]);
    assert.deepEqual(await countOf('by=commune&province=48&access=fixed&period=2026'), [['20194', '2026', 310]]);
    assert.deepEqual(await countOf('by=commune&province=48&access=mobile'), []);
    assert.deepEqual(await countOf('commune=20197&context=office'), [['20197', '2026-11', 120]]);
    assert.deepEqual(await countOf('by=commune&province=01'), []);
  });

  it('leave their province what it is', async () => {
    assert.deepEqual(await countsOf('month=2026-11&province=48'), ['48 2026-11 310']);
  });

  it('are not asked for in ways that nobody can answer', async () => {
    assert.match(await complaint('by=commune'), /^province: say of which province/);
    assert.match(
      await complaint('by=commune&province=48&operator=viettel'),
      /^by: figures of communes are told by access/,
    );
    assert.match(await complaint('by=commune&province=48&codes=VN-2004'), /^by: communes are those of VN-2025/);
    assert.match(await complaint('commune=99999'), /^commune: the list has no commune 99999\.$/);
    assert.match(await complaint('commune=20194&province=01'), /^commune: the list has no commune 20194 in 01/);
    assert.match(await complaint('by=village'), /^by: /);
    assert.match(await complaint('by=commune&province=48', bench.app), /^by: this collector has no list of communes/);
  });
});

describe('the progress of a commune', () => {
  const progressOf = async (query: string) => {
    const answer = await app.request(`${progressPath('48')}${query}`);
    assert.equal(answer.status, 200);
    return v.parse(ProgressSchema, await answer.json());
  };

  it('counts against the 300 votes that it needs, beside its province’s 100', async () => {
    const { votes, needed, commune } = await progressOf('?commune=20197');
    assert.deepEqual([votes, needed], [310, 100]);
    assert.deepEqual(commune, { code: '20197', name: 'Liên Chiểu', votes: 0, needed: 300, missing: 300 });
    assert.equal((await progressOf('?commune=20194')).commune!.missing, 0);
    assert.equal((await progressOf('')).commune, undefined);
  });

  it('is not told of one that lies elsewhere', async () => {
    const problem = await problemOf(await app.request(`${progressPath('48')}?commune=00004`));
    assert.deepEqual([problem.status, problem.detail], [400, 'commune: the list has no commune 00004 in 48.']);
  });
});
