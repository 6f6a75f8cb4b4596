import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { integerSetting, SettingError } from '../../../src/node/environment.ts';
import { COLLECTOR_PATHS } from '../../../src/protocol/endpoints.ts';
import type { Periods } from '../../../src/protocol/statistics.ts';
import { copyFuller } from './fuller-store.ts';
import { kindsOf } from './kinds.ts';
import { measure, type Timing } from './measure.ts';
import { runCollector } from './run-collector.ts';
import { timingsTable } from './timings-table.ts';

// `npm run bench:statistics`: how long a collector takes for each kind of figures, over a store that is there already.

const USAGE = `How long a collector takes for each kind of figures, in a process of its own, one request at a time, nothing cached.
  npm run bench:statistics -- --data DIR [--requests 100] [--times 100] [--months 12]
      over the store of DIR, or of DATABASE_URL; DIR is not changed but for a key and a secret that a collector makes
  --times and --months measure once more over a copy of its figures, with so many times the votes and with its months
      again as those before, up to so many: what it will be like (SQLite only)`;

const numberOf = (name: string, value: string): number =>
  integerSetting({ [name]: value }, name, { fallback: 1, min: 1, max: 1_000_000 });

const timingsOf = async (dataDir: string, requests: number): Promise<Timing[]> => {
  const collector = await runCollector(dataDir);
  try {
    const answer = await fetch(new URL(COLLECTOR_PATHS.periods, collector.origin));
    const { months } = (await answer.json()) as Periods;
    if (months.length === 0) throw new SettingError('The store has no figures. Fill one with npm run simulate.');
    return await measure(collector, kindsOf(months), requests);
  } finally {
    await collector.close();
  }
};

try {
  const options = { data: '', requests: '100', times: '1', months: '1' };
  const { values } = parseArgs({
    options: Object.fromEntries(
      Object.entries(options).map(([name, fallback]) => [name, { type: 'string' as const, default: fallback }]),
    ),
  });
  const { data, requests, times, months } = values as typeof options;
  const [count, more] = [
    numberOf('--requests', requests),
    { times: numberOf('--times', times), months: numberOf('--months', months) },
  ];
  const database = process.env['DATABASE_URL'] ?? '';
  if (data === '' && database === '') throw new SettingError(`--data is needed.\n${USAGE}`);
  const held = await timingsOf(data, count);
  console.log(timingsTable(held));
  if (more.times > 1 || more.months > 1) {
    if (database !== '') throw new SettingError('--times and --months need --data, and no DATABASE_URL.');
    const folder = mkdtempSync(join(tmpdir(), 'i-speed-test-fuller-'));
    try {
      await copyFuller(data, folder, more);
      console.log(`\n${more.times} times the votes, at least ${more.months} months; times: CPU by the table above`);
      console.log(timingsTable(await timingsOf(folder, count), held));
    } finally {
      rmSync(folder, { recursive: true });
    }
  }
} catch (error) {
  if (!(error instanceof SettingError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
