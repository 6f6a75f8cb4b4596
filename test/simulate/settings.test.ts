import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readArguments } from '../../demo/simulate/settings.ts';

const given = (change: Readonly<Record<string, string>> = {}) =>
  Object.entries({ from: '2026-07', to: '2026-09', data: '/tmp/x', ...change }).flatMap(([name, value]) => [
    `--${name}`,
    value,
  ]);

describe('the simulator’s command line', () => {
  it('takes months and days, both included', () => {
    assert.deepEqual(readArguments(given({ results: '1500000', seed: '7' })), {
      plan: { seed: 7, results: 1_500_000, from: '2026-07-01', to: '2026-09-30' },
      dataDir: '/tmp/x',
      api: null,
    });
    const { plan } = readArguments(given({ from: '2028-02', to: '2028-02' }));
    assert.equal(plan.to, '2028-02-29');
    assert.equal(readArguments(given({ to: '2026-07-15' })).plan.to, '2026-07-15');
  });

  it('takes a collector’s address', () => {
    assert.equal(readArguments(given({ api: 'http://localhost:8080/' })).api, 'http://localhost:8080');
  });

  it('says what is wrong', () => {
    for (const [change, complaint] of [
      [{ from: '2026-13' }, /--from 2026-13 is neither a month/],
      [{ to: '2026-02-30' }, /--to 2026-02-30 is neither/],
      [{ to: '2026-06' }, /--to 2026-06 is before --from 2026-07/],
      [{ results: '0' }, /--results 0 is not a whole number from 1/],
      [{ seed: 'one' }, /--seed one is not/],
      [{ api: 'localhost' }, /--api localhost is not a collector/],
      [{ colour: 'red' }, /--colour/],
    ] as const)
      assert.throws(() => readArguments(given(change)), { name: 'SettingError', message: complaint });
    assert.throws(() => readArguments(['--from', '2026-07']), { message: /--from, --to and --data are needed/ });
  });
});
