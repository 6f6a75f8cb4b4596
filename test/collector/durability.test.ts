import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import Database from 'libsql';
import { temporaryFolder } from './temporary-folder.ts';

const PROGRAM = fileURLToPath(new URL('./inserting-process.ts', import.meta.url));
const folder = temporaryFolder();

/** Starts a process that inserts; `acknowledged` grows as it says so, `onAcknowledged` runs each time. */
const startInserting = (file: string, count: number, onAcknowledged?: (total: number, child: ChildProcess) => void) => {
  const child = spawn(process.execPath, ['--import', 'tsx', PROGRAM, file, String(count)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const acknowledged: string[] = [];
  createInterface(child.stdout).on('line', (testId) => {
    acknowledged.push(testId);
    onAcknowledged?.(acknowledged.length, child);
  });
  return { acknowledged, ended: once(child, 'close') as Promise<[code: number | null, signal: string | null]> };
};

const inspect = (file: string) => {
  const database = new Database(file);
  const ids = database.prepare('select test_id from results').all() as { readonly test_id: string }[];
  const integrity = database.prepare('pragma integrity_check').all();
  database.close();
  return { ids: new Set(ids.map(({ test_id }) => test_id)), integrity };
};

const assertAllThere = (file: string, acknowledged: readonly string[]) => {
  const { ids, integrity } = inspect(file);
  assert.deepEqual(integrity, [{ integrity_check: 'ok' }]);
  assert.deepEqual(
    acknowledged.filter((testId) => !ids.has(testId)),
    [],
  );
  return ids;
};

describe('the SQLite file', () => {
  it('holds every acknowledged result after its process was killed in the middle, again and again', async () => {
    const file = join(folder, 'killed.sqlite');
    const acknowledged: string[] = [];
    for (const killAfter of [1, 9, 60, 200]) {
      const run = startInserting(file, 1_000_000, (total, child) => {
        if (total === killAfter) child.kill('SIGKILL');
      });
      const [, signal] = await run.ended;
      assert.equal(signal, 'SIGKILL');
      assert.ok(run.acknowledged.length >= killAfter);
      acknowledged.push(...run.acknowledged);
      assertAllThere(file, acknowledged);
    }
  });

  it('holds every result of two processes that created it and wrote to it at once', async () => {
    const file = join(folder, 'shared.sqlite');
    const runs = [startInserting(file, 200), startInserting(file, 200)];
    assert.deepEqual(
      (await Promise.all(runs.map(({ ended }) => ended))).map(([code]) => code),
      [0, 0],
    );
    const ids = assertAllThere(
      file,
      runs.flatMap((run) => run.acknowledged),
    );
    assert.equal(ids.size, 400);
  });
});
