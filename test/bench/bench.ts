import { appendFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { HELD_OUT_LINKS, LINKS } from '../lab/links.ts';
import { labObstacle } from '../lab/network-lab.ts';
import { CONTENDERS, missingOf, namedContender } from './contenders.ts';
import { holdLock } from './hold-lock.ts';
import { planRuns, UNSHAPED } from './plan-runs.ts';
import { CSV_HEADING, csvLine, parseCsv, type Row, runKey } from './row.ts';
import { runOnce } from './run-once.ts';
import type { Run } from './run-row.ts';
import { writeReport } from './write-report.ts';

const USAGE = `Measures the same emulated links with this engine and its peers (test/bench/README.md).
  npm run bench -- [--links ftth100,4g] [--engines ours,ndt7] [--runs 3] [--cc bbr|cubic|both] [--out DIR]
  npm run bench -- --quick                 this engine on two links, twice: about a minute
  npm run bench -- --report --out DIR      tables and plot again from DIR/runs.csv`;

/** A steady line and one with a long way: enough to see that everything runs. */
const QUICK = { links: 'ftth100,4g', engines: 'ours', runs: '2' };

const { values } = parseArgs({
  options: {
    links: { type: 'string', default: [...Object.keys(LINKS), UNSHAPED].join(',') },
    engines: { type: 'string', default: CONTENDERS.map(({ name }) => name).join(',') },
    runs: { type: 'string', default: '3' },
    cc: { type: 'string', default: 'bbr' },
    out: { type: 'string', default: 'data/bench' },
    quick: { type: 'boolean', default: false },
    report: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});

const runsFile = join(values.out, 'runs.csv');

const storedRows = (): Row[] => (existsSync(runsFile) ? parseCsv(readFileSync(runsFile, 'utf8')) : []);

const wantedRuns = (): Run[] => {
  const { links, engines, runs } = values.quick ? QUICK : values;
  const peersDir = process.env['PEERS_DIR'] ?? '';
  const contenders = engines.split(',').map(namedContender);
  const present = contenders.filter((contender) => {
    const missing = missingOf(contender, peersDir).join(', ');
    if (missing) console.error(`${contender.name} is skipped: PEERS_DIR (${peersDir || 'not set'}) has no ${missing}.`);
    return !missing;
  });
  return planRuns({ links: links.split(','), contenders: present, rounds: Number(runs), cc: values.cc, peersDir });
};

const percent = (error: number | null): string =>
  (error === null ? '–' : `${error >= 0 ? '+' : ''}${error.toFixed(1)} %`).padStart(9);

const lineOf = (row: Row): string =>
  [
    String(row.round).padStart(2),
    row.link.padEnd(9),
    row.engine.padEnd(13),
    row.cc.padEnd(5),
    percent(row.downErrorPercent),
    percent(row.upErrorPercent),
    `${row.downMbps?.toFixed(1) ?? '–'} / ${row.upMbps?.toFixed(1) ?? '–'} Mbit/s`.padStart(24),
    `${row.seconds?.toFixed(1) ?? '–'} s`.padStart(8),
    `${((row.downMegabytes ?? 0) + (row.upMegabytes ?? 0)).toFixed(0)} MB`.padStart(8),
    row.error,
  ].join(' ');

const measure = async (runs: readonly Run[]): Promise<void> => {
  mkdirSync(values.out, { recursive: true });
  if (!existsSync(runsFile)) writeFileSync(runsFile, `${CSV_HEADING}\n`);
  const done = new Set(storedRows().map(runKey));
  const lockFile = process.env['BENCH_LOCK'];
  for (const run of runs) {
    if (done.has(runKey({ round: run.round, link: run.linkName, engine: run.contender.name, cc: run.cc }))) continue;
    const letGo = lockFile ? await holdLock(lockFile) : null;
    const row = await runOnce(run).finally(() => letGo?.());
    appendFileSync(runsFile, `${csvLine(row)}\n`);
    console.log(lineOf(row));
  }
};

const main = async (): Promise<void> => {
  if (values.help) return console.log(USAGE);
  if (!values.report) {
    const runs = wantedRuns();
    const obstacle = labObstacle();
    if (obstacle) throw new Error(obstacle);
    await measure(runs);
  } else if (!existsSync(runsFile)) throw new Error(`There is no ${runsFile}: measure first.`);
  writeReport(values.out, storedRows(), {
    links: [...Object.keys(LINKS), ...Object.keys(HELD_OUT_LINKS), UNSHAPED],
    engines: CONTENDERS.map(({ name }) => name),
  });
  console.log(`${join(values.out, 'summary.md')}, ${join(values.out, 'errors.svg')}`);
};

try {
  await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
