import assert from 'node:assert/strict';
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type ResultRow, entryOf } from '../../src/collector/result-row.ts';
import { openStore } from '../../src/collector/open-store.ts';
import { loadOrCreateKey } from '../../src/node/keys.ts';
import { COLLECTOR_PATHS } from '../../src/protocol/endpoints.ts';
import type { Grant } from '../../src/protocol/ticket.ts';
import { cellOf } from '../../src/statistics/tally.ts';
import { registered } from './bench.ts';
import { bruteForceStatistics, bruteForceVotes } from './brute-force-statistics.ts';
import { bundleCollector } from './bundle-collector.ts';
import { honestRun } from './honest-run.ts';
import { assertCellsNear } from './near.ts';
import { temporaryFolder } from './temporary-folder.ts';

const KILLS = 20;
const COLLECTORS = 2;
const CLIENTS = 6;
/** Lines that people share: many results are after one vote. */
const LINES = 60;
const PROVINCES = ['01', '48', '79'] as const;
/** An outbox waits longer; here time is short. */
const RETRY_MS = 20;

export interface Ground {
  readonly databaseUrl: string | null;
  /** All rows of the table `results`. */
  readonly rows: (dataDir: string) => Promise<readonly ResultRow[]>;
  /** What else goes wrong now and then. */
  readonly disturb?: (kill: number) => Promise<void>;
}

/**
 * Two collectors over one store, clients that hand in results and do not give up, and 20 times a collector is killed in the middle and
 * started again. Afterwards every acknowledged result must be there, once, and the figures must be those of the rows.
 */
export const loseNothing = async ({ databaseUrl, rows, disturb }: Ground): Promise<void> => {
  const dataDir = temporaryFolder();
  const program = await bundleCollector();
  const hanoi = await loadOrCreateKey(join(dataDir, 'hanoi.pem'));
  writeFileSync(join(dataDir, 'points.json'), JSON.stringify([registered('hanoi', hanoi)]));

  const env = { ...process.env, HOST: '127.0.0.1', PORT: '0', PROXY_HOPS: '1', DATA_DIR: dataDir };
  const start = async () => {
    const child = fork(program, {
      execArgv: [],
      env: { ...env, DATABASE_URL: databaseUrl ?? '' },
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    const ready = await Promise.race([once(child, 'message'), once(child, 'exit')]);
    assert.ok(typeof ready[0] === 'object' && ready[0] !== null, 'the collector starts');
    return { child, origin: (ready[0] as { readonly ready: string }).ready };
  };
  const end = async (child: ChildProcess, signal: NodeJS.Signals) => {
    assert.deepEqual(
      [child.exitCode, child.signalCode],
      [null, null],
      'a collector ends when it is killed, and never by itself',
    );
    const gone = once(child, 'exit');
    child.kill(signal);
    await gone;
  };

  const collectors: Awaited<ReturnType<typeof start>>[] = [];
  for (let i = 0; i < COLLECTORS; i++) collectors.push(await start());
  const acknowledged: string[] = [];
  let isOver = false;

  /** Asks whichever collector is there until one answers: it may be killed before its answer is through. */
  const insist = async (path: string, body: string, line: number): Promise<unknown> => {
    for (;;) {
      const { origin } = collectors[Math.floor(Math.random() * COLLECTORS)]!;
      const headers = { 'x-forwarded-for': `100.64.${line}.1` };
      const answer = await fetch(origin + path, { method: 'POST', body, headers })
        .then(async (response) => ({ status: response.status, text: await response.text() }))
        .catch(() => null);
      if (answer && answer.status < 500) {
        assert.ok(answer.status < 300, `${path}: ${answer.status} ${answer.text}`);
        return JSON.parse(answer.text);
      }
      await sleep(RETRY_MS);
    }
  };
  const client = async () => {
    while (!isOver) {
      const line = Math.floor(Math.random() * LINES);
      const grant = (await insist(COLLECTOR_PATHS.tests, '', line)) as Grant;
      const province = PROVINCES[line % PROVINCES.length]!;
      const body = JSON.stringify(
        await honestRun(grant, hanoi, line % 5 === 0 ? { province, claims: null } : { province }),
      );
      // Twice at once now and then: a person's other tab has the same outbox.
      const post = () => insist(COLLECTOR_PATHS.results, body, line);
      await (line % 4 === 0 ? Promise.all([post(), post()]) : post());
      acknowledged.push(grant.testId);
    }
  };
  const clients = Promise.all(Array.from({ length: CLIENTS }, client));
  const more = async (count: number) => {
    const enough = acknowledged.length + count;
    while (acknowledged.length < enough) await Promise.race([sleep(5), clients]);
  };

  for (let kill = 0; kill < KILLS; kill++) {
    await more(1 + Math.floor(Math.random() * 6));
    await sleep(Math.random() * 20);
    const victim = kill % COLLECTORS;
    await end(collectors[victim]!.child, 'SIGKILL');
    collectors[victim] = await start();
    await disturb?.(kill);
  }
  isOver = true;
  await clients;
  for (const { child } of collectors) await end(child, 'SIGTERM');

  const kept = await rows(dataDir);
  assert.deepEqual(
    kept.map((row) => row.test_id).sort(),
    [...acknowledged].sort(),
    'each acknowledged result once, and no other',
  );
  const votes = bruteForceVotes(kept.map(entryOf));
  assert.deepEqual(
    kept
      .filter(({ vote }) => vote === 1)
      .map((row) => row.test_id)
      .sort(),
    votes.map(({ result }) => result.testId).sort(),
  );
  const store = await openStore({ dataDir, databaseUrl });
  const tallies = await store.tallies({ month: null, province: null });
  await store.close();
  assertCellsNear(tallies.map(cellOf), bruteForceStatistics(votes));
};
