import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { SettingError, textSetting } from '../../node/environment.ts';
import { isMonth } from '../../protocol/period.ts';
import { openStore, resultsFile } from '../open-store.ts';
import { databaseSetting } from '../settings.ts';
import { publishMonth } from './publish-month.ts';

/** `npm run open-data -- --month YYYY-MM [--data DIR] [--out DIR]`: publishes a closed month as files; status 1 where it cannot. */

const USAGE = `npm run open-data -- --month 2026-09 [--data DIR] [--out DIR]
  --data  the collector's DATA_DIR (default: the setting, else ./data)
  --out   where the month's folder goes (default: OPEN_DATA_DIR, else DATA_DIR/open-data)`;

/** A suggestion: whoever publishes decides. */
const DEFAULT_LICENCE = 'CC-BY-4.0';

const publish = async (): Promise<void> => {
  const { values } = parseArgs({
    options: { month: { type: 'string' }, data: { type: 'string' }, out: { type: 'string' } },
  });
  const month = values.month ?? '';
  if (!isMonth(month)) throw new SettingError(`--month must be YYYY-MM.\n${USAGE}`);
  const dataDir = values.data ?? textSetting(process.env, 'DATA_DIR', './data');
  const outDir = values.out ?? textSetting(process.env, 'OPEN_DATA_DIR', join(dataDir, 'open-data'));
  const licence = textSetting(process.env, 'OPEN_DATA_LICENCE', DEFAULT_LICENCE);
  const databaseUrl = databaseSetting(process.env);
  if (databaseUrl === null && !existsSync(resultsFile(dataDir)))
    throw new SettingError(`There are no results in ${dataDir}. Name the collector's DATA_DIR.`);
  const store = await openStore({ dataDir, databaseUrl });
  try {
    const { folder, rows } = await publishMonth(store, { month, outDir, licence, now: Date.now() });
    for (const [name, count] of Object.entries(rows))
      console.log(`${String(count).padStart(9)} rows  ${join(folder, name)}`);
  } finally {
    await store.close();
  }
};

/** What parseArgs throws: `Unknown option '--moth'.` */
const isUsageError = (error: unknown): error is Error =>
  error instanceof TypeError && String((error as NodeJS.ErrnoException).code).startsWith('ERR_PARSE_ARGS');

try {
  await publish();
} catch (error) {
  if (!(error instanceof SettingError) && !isUsageError(error)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
