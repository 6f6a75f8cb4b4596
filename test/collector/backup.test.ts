import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { describe, it } from 'node:test';
import { backUp, restore } from '../../src/collector/backup-file.ts';
import { resultsFile } from '../../src/collector/open-store.ts';
import { openSqliteStore } from '../../src/collector/sqlite-store.ts';
import { temporaryFolder } from './temporary-folder.ts';

const folder = temporaryFolder();
const dataDir = join(folder, 'data');
const inserting = join(import.meta.dirname, 'inserting-process.ts');

/** The two commands, as people write them. */
const npm = (...args: string[]) => {
  const env = { ...process.env, DATA_DIR: dataDir, DATABASE_URL: '' };
  const { status, stderr } = spawnSync('npm', ['run', '--silent', ...args], { env, encoding: 'utf8' });
  return { status, stderr };
};

describe('a backup', () => {
  it('of results that are being written holds all that were acknowledged before, and is restored to a store', async () => {
    mkdirSync(dataDir);
    const writer = spawn(process.execPath, ['--import', 'tsx', inserting, resultsFile(dataDir), '1000000'], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const acknowledged: string[] = [];
    const lines = createInterface(writer.stdout).on('line', (testId) => acknowledged.push(testId));
    while (acknowledged.length < 50) await once(lines, 'line');
    const before = [...acknowledged];
    const copy = join(folder, 'backup.sqlite');
    assert.deepEqual(npm('backup', '--', copy), { status: 0, stderr: `backup: done, ${copy}\n` });
    const gone = once(writer, 'close');
    writer.kill('SIGKILL');
    await gone;

    assert.match(npm('restore', '--', copy).stderr, /There are results at .*Stop the collector and move them/);
    rmSync(dataDir, { recursive: true });
    assert.deepEqual(npm('restore', '--', copy), { status: 0, stderr: `restore: done, ${copy}\n` });
    const store = await openSqliteStore(resultsFile(dataDir));
    for (const testId of before) assert.ok(await store.find(testId));
    const [tally] = await store.tallies({ month: null, province: null });
    assert.ok(tally!.votes >= before.length);
    await store.close();
  });

  it('is written over nothing, and damaged ones are not restored', async () => {
    const results = join(folder, 'results.sqlite');
    await (await openSqliteStore(results)).close();
    const copy = join(folder, 'other.sqlite');
    backUp(results, copy);
    assert.throws(() => backUp(results, copy), {
      name: 'SettingError',
      message: /exists\. Give the backup a new name/,
    });
    assert.throws(() => backUp(join(folder, 'nowhere'), copy), {
      name: 'SettingError',
      message: /There are no results/,
    });
    const damaged = join(folder, 'damaged.sqlite');
    writeFileSync(damaged, readFileSync(copy).fill('x', 5000, 20_000));
    const target = join(folder, 'restored', 'results.sqlite');
    assert.throws(() => restore(damaged, target), {
      name: 'SettingError',
      message: /damaged\.sqlite cannot be copied/,
    });
    assert.deepEqual(readdirSync(join(folder, 'restored')), []);
  });
});
