import { join } from 'node:path';
import { openSqliteStore } from '../../src/collector/sqlite-store.ts';
import { SettingError } from '../../src/node/environment.ts';
import { fill, toldOf } from './fill.ts';
import { readArguments } from './settings.ts';
import { writeRegistry } from './write-registry.ts';

// `npm run simulate`: progress on stderr, the summary on stdout.

const progressOf = (results: number) => {
  const began = Date.now();
  return (stored: number) => {
    const seconds = (Date.now() - began) / 1000;
    process.stderr.write(`${stored} of ${results} results, ${Math.round(stored / seconds)} a second\n`);
  };
};

try {
  const { plan, dataDir } = readArguments(process.argv.slice(2));
  const began = Date.now();
  await writeRegistry(dataDir);
  const store = await openSqliteStore(join(dataDir, 'results.sqlite'));
  try {
    const summary = await fill(store, plan, progressOf(plan.results));
    console.log([`simulated ${toldOf(plan)}`, ...summary.lines()].join('\n'));
    console.log(`in        ${Math.round((Date.now() - began) / 1000)} s`);
  } finally {
    await store.close();
  }
} catch (error) {
  if (!(error instanceof SettingError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
