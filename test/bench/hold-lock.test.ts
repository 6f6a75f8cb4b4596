import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { holdLock } from './hold-lock.ts';

const hasFlock = spawnSync('flock', ['--version']).status === 0;

describe('a lock file', { skip: !hasFlock && 'needs flock' }, () => {
  const isFree = (file: string) => spawnSync('flock', ['--nonblock', file, 'true']).status === 0;

  it('is held from the answer on until it is let go', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'i-speed-test-lock-'));
    const file = join(folder, 'lock');
    try {
      const letGo = await holdLock(file);
      assert.equal(isFree(file), false);
      await letGo();
      assert.equal(isFree(file), true);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it('that cannot be made is an error', async () => {
    await assert.rejects(holdLock('/nowhere/lock'), /flock ended/);
  });
});
