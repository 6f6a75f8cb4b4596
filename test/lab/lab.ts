import type { ChildProcess } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { median } from '../../src/estimator/statistics.ts';
import type { ReceiptClaims } from '../../src/protocol/receipt.ts';
import { type BitsPerSecond, megabytesOf } from '../../src/protocol/units.ts';
import type { Measured } from '../drive/measure.ts';
import type { Trace } from '../traces/trace.ts';
import { HELD_OUT_LINKS, type Link, LINKS, namedLink } from './links.ts';
import { type CongestionControl, type Lab, labObstacle, openLab } from './network-lab.ts';
import { goodputOfRun } from './truth.ts';
import { untilReady } from './until-ready.ts';

const USAGE = `Measures emulated links with the published element and tells how far each number is off.
  npm run lab -- --link ftth100,far --runs 3          links by name; all, held-out
  npm run lab -- --down 100mbit --up 20mbit --rtt 20 [--queue 100ms] [--loss 0.001] [--jitter 2]
      [--plan standard|saver|thorough] [--runs 3] [--cc cubic|bbr] [--record DIR]`;

const project = join(import.meta.dirname, '../..');
const PORT = 8080;

const outputOf = (child: ChildProcess): Promise<string> =>
  new Promise((resolve) => {
    let output = '';
    child.stdout!.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.once('exit', () => resolve(output));
  });

const runOnce = async ({ client, server }: Lab, plan: string): Promise<Measured> => {
  const script = join(project, 'test/drive/measure.ts');
  const collector = `http://${server.address}:${PORT}`;
  const args = ['--import', 'tsx', script, '--collector', collector, '--plan', plan, '--full'];
  return JSON.parse(await outputOf(client.run(process.execPath, args))) as Measured;
};

interface Row {
  readonly name: string;
  readonly measured: Measured;
  readonly truth: { readonly down: BitsPerSecond; readonly up: BitsPerSecond };
}

/** The middle part of the point's compact JWS. */
const claimsOf = (jws: string): ReceiptClaims =>
  JSON.parse(Buffer.from(jws.split('.')[1]!, 'base64url').toString()) as ReceiptClaims;

const percent = (rate: number | undefined, truth: number): number =>
  rate === undefined ? NaN : (rate / truth - 1) * 100;
const signed = (value: number): string => `${value >= 0 ? '+' : ''}${value.toFixed(2)}`.padStart(8);

const HEADING = 'link          down %     up %   s down   s up   s all    MB   idle ms  jitter  state';

const lineOf = ({ name, measured: { result, accepted, wallMs }, truth }: Row): string => {
  const { download, upload, latency } = result;
  const seconds = (ms: number | undefined) => (ms === undefined ? '–' : (ms / 1000).toFixed(1)).padStart(6);
  const moved = megabytesOf((download?.bytes ?? 0) + (upload?.bytes ?? 0));
  return [
    name.padEnd(12),
    signed(percent(download?.bitsPerSecond, truth.down)),
    signed(percent(upload?.bitsPerSecond, truth.up)),
    '',
    seconds(download?.durationMs),
    seconds(upload?.durationMs),
    '',
    seconds(wallMs),
    moved.toFixed(moved < 10 ? 1 : 0).padStart(5),
    (latency.idle?.medianMs.toFixed(1) ?? '–').padStart(9),
    (latency.idle?.jitterMs?.toFixed(1) ?? '–').padStart(7),
    '',
    `${accepted?.state ?? result.outcome} ${[...result.flags, ...(accepted?.flags ?? [])].join(' ')}`,
  ].join(' ');
};

const measureLink = async (name: string, link: Link, options: Options): Promise<Row[]> => {
  const { plan, runs, congestion, recordTo } = options;
  const dataDir = mkdtempSync(join(tmpdir(), 'i-speed-test-lab-data-'));
  const lab = await openLab(link, { server: congestion });
  const rows: Row[] = [];
  try {
    const env = { HOST: lab.server.address, PORT: String(PORT), DATA_DIR: dataDir, SIMULATED_RESULTS: '0' };
    await untilReady(lab.server.run(process.execPath, [join(project, 'demo/start.mjs')], env));
    for (let run = 1; run <= runs; run++) {
      const measured = await runOnce(lab, plan);
      const [from, to] = [measured.startedAt, measured.startedAt + measured.wallMs];
      const log = lab.log();
      const truth = {
        down: goodputOfRun(link.down, 'down', log, from, to),
        up: goodputOfRun(link.up, 'up', log, from, to),
      };
      const row = { name, measured, truth };
      rows.push(row);
      console.log(lineOf(row));
      const receipt = measured.submission?.receipt;
      if (recordTo && measured.submission && receipt) {
        const { recording, result } = measured.submission;
        const trace: Trace = {
          link: name,
          congestion,
          truth,
          wallMs: measured.wallMs,
          result,
          recording,
          receipt: claimsOf(receipt),
        };
        mkdirSync(recordTo, { recursive: true });
        writeFileSync(join(recordTo, `${name}-${congestion}-${plan}-${Date.now()}.json`), JSON.stringify(trace));
      }
    }
    return rows;
  } finally {
    await lab.close();
    rmSync(dataDir, { recursive: true, force: true });
  }
};

interface Options {
  readonly plan: string;
  readonly runs: number;
  readonly congestion: CongestionControl;
  readonly recordTo: string | undefined;
}

const main = async (links: Readonly<Record<string, Link>>, options: Options): Promise<void> => {
  console.log(HEADING);
  const medians: { down: number; up: number }[] = [];
  for (const [name, link] of Object.entries(links)) {
    const rows = await measureLink(name, link, options);
    const down = median(
      rows.map(({ measured, truth }) => percent(measured.result.download?.bitsPerSecond, truth.down)),
    );
    const up = median(rows.map(({ measured, truth }) => percent(measured.result.upload?.bitsPerSecond, truth.up)));
    medians.push({ down, up });
    if (rows.length > 1) console.log(`${''.padEnd(12)} ${signed(down)} ${signed(up)}  median of ${rows.length}`);
  }
  if (medians.length < 2) return;
  const sizes = (direction: 'down' | 'up') => medians.map((each) => Math.abs(each[direction]));
  console.log(
    `all links    median ${median(sizes('down')).toFixed(2)} / ${median(sizes('up')).toFixed(2)} %, worst ${Math.max(...sizes('down')).toFixed(2)} / ${Math.max(...sizes('up')).toFixed(2)} %`,
  );
};

const { values } = parseArgs({
  options: {
    link: { type: 'string' },
    down: { type: 'string', default: '100mbit' },
    up: { type: 'string', default: '20mbit' },
    rtt: { type: 'string', default: '20' },
    jitter: { type: 'string', default: '0' },
    queue: { type: 'string', default: '100ms' },
    loss: { type: 'string', default: '0' },
    plan: { type: 'string', default: 'standard' },
    runs: { type: 'string', default: '3' },
    cc: { type: 'string', default: 'cubic' },
    record: { type: 'string' },
    help: { type: 'boolean', default: false },
  },
});
if (values.help) {
  console.log(USAGE);
  process.exit(0);
}
const obstacle = labObstacle();
if (obstacle) {
  console.error(obstacle);
  process.exit(1);
}
if (values.cc !== 'cubic' && values.cc !== 'bbr') {
  console.error(`--cc is cubic or bbr.\n${USAGE}`);
  process.exit(2);
}
const linksOf = (names: string): Readonly<Record<string, Link>> => {
  if (names === 'all') return LINKS;
  if (names === 'held-out') return HELD_OUT_LINKS;
  return Object.fromEntries(names.split(',').map((name) => [name, namedLink(name)]));
};
const { down, up, rtt, jitter, queue, loss, plan, runs, cc, record } = values;
const own: Link = {
  down,
  up,
  queue,
  rttMs: Number.parseFloat(rtt),
  jitterMs: Number.parseFloat(jitter),
  lossRatio: Number(loss),
};
await main(values.link ? linksOf(values.link) : { custom: own }, {
  plan,
  runs: Number(runs),
  congestion: cc,
  recordTo: record,
});
