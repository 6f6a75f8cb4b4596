import type { ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { median } from '../../src/estimator/statistics.ts';
import { megabitsOf, megabytesOf } from '../../src/protocol/units.ts';
import type { measure } from '../drive/measure.ts';
import { type Lab, labObstacle, type Link, openLab } from './network-lab.ts';

/**
 * `npm run lab -- --down 100mbit --up 20mbit --rtt 20 [--queue 100ms] [--loss 0.001] [--plan standard] [--runs 3]`
 * measures an emulated link with the published element and tells how far each number is off.
 */

type Measured = Awaited<ReturnType<typeof measure>>;

/** Payload of a full packet: 1500 − 20 (IPv4) − 20 (TCP) − 12 (timestamps); what a link of a given rate can carry at most. */
const PAYLOAD_SHARE = 1448 / 1500;

const UNITS: Readonly<Record<string, number>> = { kbit: 1e3, mbit: 1e6, gbit: 1e9 };

const goodputOf = (rate: string): number => {
  const [, value, unit] = /^([\d.]+)(kbit|mbit|gbit)$/.exec(rate) ?? [];
  if (!value || !unit) throw new Error(`"${rate}" is not a rate such as 100mbit.`);
  return Number(value) * UNITS[unit]! * PAYLOAD_SHARE;
};

const project = join(import.meta.dirname, '../..');
const PORT = 8080;

const untilReady = (child: ChildProcess): Promise<void> =>
  new Promise((resolve, reject) => {
    let output = '';
    child.stdout!.on('data', (chunk: Buffer) => {
      output += chunk.toString();
      if (/^ready:/m.test(output)) resolve();
    });
    child.once('exit', (status) => reject(new Error(`The servers ended (${status}).\n${output}`)));
  });

const outputOf = (child: ChildProcess): Promise<string> =>
  new Promise((resolve) => {
    let output = '';
    child.stdout!.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.once('exit', () => resolve(output));
  });

const runOnce = async ({ client, server }: Lab, plan: string): Promise<Measured & { readonly seconds: number }> => {
  const from = performance.now();
  const script = join(project, 'test/drive/measure.ts');
  const args = ['--import', 'tsx', script, '--collector', `http://${server.address}:${PORT}`, '--plan', plan];
  const text = await outputOf(client.run(process.execPath, args));
  return { ...(JSON.parse(text) as Measured), seconds: (performance.now() - from) / 1000 };
};

const percent = (rate: number | undefined, truth: number): number =>
  rate === undefined ? NaN : (rate / truth - 1) * 100;
const signed = (value: number): string => `${value >= 0 ? '+' : ''}${value.toFixed(2)}`.padStart(8);

const main = async (link: Link, plan: string, runs: number): Promise<void> => {
  const truth = { down: goodputOf(link.down), up: goodputOf(link.up) };
  const dataDir = mkdtempSync(join(tmpdir(), 'i-speed-test-lab-data-'));
  const lab = await openLab(link);
  try {
    const env = { HOST: lab.server.address, PORT: String(PORT), DATA_DIR: dataDir };
    await untilReady(lab.server.run(process.execPath, [join(project, 'demo/start.mjs')], env));
    console.log(
      `goodput ${megabitsOf(truth.down).toFixed(2)} / ${megabitsOf(truth.up).toFixed(2)} Mbit/s, ${link.rttMs} ms`,
    );
    console.log(' down %     up %   idle ms    MB  seconds  state (seconds include starting the browser)');
    const errors: { down: number; up: number }[] = [];
    for (let i = 0; i < runs; i++) {
      const result = await runOnce(lab, plan);
      const { download, upload, latency, accepted, seconds } = result;
      const error = {
        down: percent(download?.bitsPerSecond, truth.down),
        up: percent(upload?.bitsPerSecond, truth.up),
      };
      errors.push(error);
      const megabytes = megabytesOf((download?.bytes ?? 0) + (upload?.bytes ?? 0)).toFixed(0);
      const idle = latency.idle?.medianMs.toFixed(1) ?? '–';
      console.log(
        `${signed(error.down)} ${signed(error.up)} ${idle.padStart(9)} ${megabytes.padStart(5)} ${seconds.toFixed(1).padStart(8)}  ${accepted?.state ?? result.outcome}`,
      );
    }
    console.log(
      `${signed(median(errors.map(({ down }) => down)))} ${signed(median(errors.map(({ up }) => up)))}  median`,
    );
  } finally {
    await lab.close();
    rmSync(dataDir, { recursive: true, force: true });
  }
};

const { values } = parseArgs({
  options: {
    down: { type: 'string', default: '100mbit' },
    up: { type: 'string', default: '20mbit' },
    rtt: { type: 'string', default: '20' },
    queue: { type: 'string', default: '100ms' },
    loss: { type: 'string', default: '0' },
    plan: { type: 'string', default: 'standard' },
    runs: { type: 'string', default: '3' },
  },
});
const obstacle = labObstacle();
if (obstacle) {
  console.error(obstacle);
  process.exit(1);
}
const { down, up, rtt, queue, loss, plan, runs } = values;
await main({ down, up, rttMs: Number.parseFloat(rtt), queue, lossRatio: Number(loss) }, plan, Number(runs));
