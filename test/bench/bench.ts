import { appendFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { HELD_OUT_LINKS, type Link, LINKS, namedLink } from '../lab/links.ts';
import { type CongestionControl, labObstacle } from '../lab/network-lab.ts';
import { CONTENDERS, missingOf, namedContender } from './contenders.ts';
import { holdLock } from './hold-lock.ts';
import { CSV_HEADING, csvLine, parseCsv, type Row, runKey } from './row.ts';
import { type Run, runOnce } from './run-once.ts';
import { writeReport } from './write-report.ts';

const USAGE = `Measures the same emulated links with this engine and its peers (test/bench/README.md).
  npm run bench -- [--links ftth100,4g] [--engines ours,ndt7] [--runs 3] [--cc bbr|cubic|both] [--out DIR]
  npm run bench -- --quick                 this engine on two links, twice: about a minute
  npm run bench -- --report --out DIR      tables and plot again from DIR/runs.csv`;

/** Both ends joined without limits: what the machine itself can move. */
const UNSHAPED = 'unshaped';

const QUICK = { links: ['ftth100', '4g'], engines: ['ours'], runs: 2 };

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

const linkOf = (name: string): Link | null => (name === UNSHAPED ? null : namedLink(name));

const algorithmsOf = (cc: string): readonly CongestionControl[] => {
  if (cc === 'both') return ['bbr', 'cubic'];
  if (cc === 'bbr' || cc === 'cubic') return [cc];
  throw new Error(`--cc is bbr, cubic or both.\n${USAGE}`);
};

/** All runs, rounds outermost: whatever changes on the machine meanwhile meets every engine alike. */
const planRuns = (): Run[] => {
  const { links, engines, runs } = values.quick
    ? QUICK
    : { links: values.links.split(','), engines: values.engines.split(','), runs: Number(values.runs) };
  const peersDir = process.env['PEERS_DIR'] ?? '';
  const present = engines.map(namedContender).filter((contender) => {
    const missing = missingOf(contender, peersDir);
    if (missing.length > 0)
      console.error(`${contender.name} is skipped: PEERS_DIR (${peersDir || 'not set'}) has no ${missing.join(', ')}.`);
    return missing.length === 0;
  });
  return Array.from({ length: runs }, (_, i) => i + 1).flatMap((round) =>
    links.flatMap((linkName) =>
      algorithmsOf(values.cc).flatMap((cc) =>
        present.map((contender) => ({ contender, linkName, link: linkOf(linkName), cc, round, peersDir })),
      ),
    ),
  );
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

const measure = async (): Promise<void> => {
  mkdirSync(values.out, { recursive: true });
  if (!existsSync(runsFile)) writeFileSync(runsFile, `${CSV_HEADING}\n`);
  const done = new Set(storedRows().map(runKey));
  const lockFile = process.env['BENCH_LOCK'];
  for (const run of planRuns()) {
    if (done.has(runKey({ round: run.round, link: run.linkName, engine: run.contender.name, cc: run.cc }))) continue;
    const letGo = lockFile ? await holdLock(lockFile) : null;
    const row = await runOnce(run).finally(() => letGo?.());
    appendFileSync(runsFile, `${csvLine(row)}\n`);
    console.log(lineOf(row));
  }
};

if (values.help) {
  console.log(USAGE);
  process.exit(0);
}
if (values.report && !existsSync(runsFile)) {
  console.error(`There is no ${runsFile}: measure first.`);
  process.exit(1);
}
if (!values.report) {
  const obstacle = labObstacle();
  if (obstacle) {
    console.error(obstacle);
    process.exit(1);
  }
  await measure();
}
writeReport(values.out, storedRows(), {
  links: [...Object.keys(LINKS), ...Object.keys(HELD_OUT_LINKS), UNSHAPED],
  engines: CONTENDERS.map(({ name }) => name),
});
console.log(`${join(values.out, 'summary.md')}, ${join(values.out, 'errors.svg')}`);
