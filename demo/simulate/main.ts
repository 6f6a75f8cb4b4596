import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openStore } from '../../src/collector/open-store.ts';
import type { ResultStore } from '../../src/collector/result-store.ts';
import { databaseSetting } from '../../src/collector/settings.ts';
import { SettingError } from '../../src/node/environment.ts';
import { startHeartbeat } from '../../src/point/heartbeat.ts';
import { askCollector } from './ask-collector.ts';
import { visitsOf } from './country.ts';
import { fill, toldOf } from './fill.ts';
import { POINTS } from './points.ts';
import { postVisits } from './post-visits.ts';
import { readArguments, type SimulatorSettings, SUMMARY_FILE } from './settings.ts';
import { told } from './summary.ts';
import { writeRegistry } from './write-registry.ts';

// `npm run simulate`: progress on stderr, the summary on stdout.

const began = Date.now();

const tell = (done: number, of: number): void => {
  const aSecond = Math.round(done / ((Date.now() - began) / 1000));
  process.stderr.write(`${done} of ${of} results, ${aSecond} a second\n`);
};

const intoStore = async (store: ResultStore, { plan }: SimulatorSettings): Promise<string[]> => {
  try {
    const summary = await fill(store, plan, (stored) => tell(stored, plan.results));
    return summary.lines();
  } finally {
    await store.close();
  }
};

/** Posts go one after another: a collector's limits are a person's, and numbers are small. */
const throughApi = async (collector: string, { plan, dataDir }: SimulatorSettings): Promise<string[]> => {
  const keys = await writeRegistry(dataDir);
  const answer = await fetch(`${collector}/v1/points`).catch((error: unknown) => {
    throw new SettingError(`No collector answers at ${collector} (${String(error)}).`);
  });
  if (!(await answer.text()).includes(keys.get(POINTS[0]!.id)!.publicJwk.kid))
    throw new SettingError(
      `The collector at ${collector} does not know the simulated points. Start it with SIMULATED=1 PROXY_HOPS=1 ` +
        `POINTS_FILE=${join(dataDir, 'points.json')} SITES_FILE=${join(dataDir, 'sites.json')}.`,
    );
  const silence = POINTS.map(({ id }) =>
    startHeartbeat({
      settings: { id, maxTests: 100, collectorUrl: collector },
      key: keys.get(id)!,
      openTests: () => 0,
    }),
  );
  try {
    const { kept, answers } = await postVisits(askCollector(collector), visitsOf(plan), keys, (done) => {
      if (done % 100 === 0) tell(done, plan.results);
    });
    return [`kept      ${kept.length}`, `answers   ${told(answers)}`];
  } finally {
    for (const stop of silence) stop();
  }
};

try {
  const settings = readArguments(process.argv.slice(2));
  const { plan, dataDir, api } = settings;
  await writeRegistry(dataDir);
  const lines =
    api === null
      ? await intoStore(await openStore({ dataDir, databaseUrl: databaseSetting(process.env) }), settings)
      : await throughApi(api, settings);
  const seconds = Math.round((Date.now() - began) / 1000);
  const summary = [`simulated ${toldOf(plan)}`, ...lines, `in        ${seconds} s`].join('\n');
  console.log(summary);
  if (api === null) writeFileSync(join(dataDir, SUMMARY_FILE), `${summary}\n`);
} catch (error) {
  if (!(error instanceof SettingError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
