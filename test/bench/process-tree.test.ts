import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { describe, it } from 'node:test';
import { cpuSecondsOf, memoryGrowth, processTree, startMemory } from './process-tree.ts';

/** A shell with a child that waits; resolves once both are there. */
const family = async (): Promise<{ root: number; end: () => void }> => {
  const shell = spawn('sh', ['-c', 'sleep 30 & echo there; wait'], {
    stdio: ['ignore', 'pipe', 'ignore'],
    detached: true,
  });
  await new Promise((resolve) => shell.stdout.once('data', resolve));
  return { root: shell.pid!, end: () => process.kill(-shell.pid!) };
};

describe('a process tree', { skip: process.platform !== 'linux' }, () => {
  it('is a process with its children, and nobody else', async () => {
    const { root, end } = await family();
    try {
      const tree = processTree(root);
      assert.equal(tree.length, 2);
      assert.equal(tree[1]!.parent, root);
      assert.ok(processTree(process.pid).length >= 3);
    } finally {
      end();
    }
  });

  it('is empty where the process is gone', () => {
    assert.deepEqual(processTree(2 ** 30), []);
  });

  it('has used the CPU time that its processes burnt', () => {
    const before = cpuSecondsOf(processTree(process.pid));
    const until = performance.now() + 200;
    while (performance.now() < until);
    const burnt = cpuSecondsOf(processTree(process.pid)) - before;
    assert.ok(burnt >= 0.05 && burnt < 5, `${burnt} s`);
  });

  it('has grown by what was taken, even where it was given back', () => {
    const megabytes = 64;
    const start = startMemory(processTree(process.pid));
    Buffer.alloc(megabytes * 1e6, 1);
    const grown = memoryGrowth(processTree(process.pid), start) / 1e6;
    assert.ok(grown >= megabytes * 0.9, `${grown} MB`);
  });
});
