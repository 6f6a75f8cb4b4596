import type { ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BitsPerSecond, megabitsOf, megabytesOf } from '../../src/protocol/units.ts';
import type { Link } from '../lab/links.ts';
import { type CongestionControl, type Lab, openLab } from '../lab/network-lab.ts';
import { goodputOfRun, type LogRow } from '../lab/truth.ts';
import type { Contender } from './contender.ts';
import type { Driven } from './drive.ts';
import type { Row } from './row.ts';

/** Inside namespaces of their own, so any port is free. */
const PORT = 8080;

/** A driver gives up by itself after its own limit; one that is still there after this long hangs. */
const DRIVER_LIMIT_MS = 280_000;

/** The link writes its log ten times a second; the last line of a run may come this much later. */
const LOG_DELAY_MS = 300;

const project = join(import.meta.dirname, '../..');

export interface Run {
  readonly contender: Contender;
  readonly linkName: string;
  /** Null joins the namespaces by a cable without limits. */
  readonly link: Link | null;
  readonly cc: CongestionControl;
  readonly round: number;
  readonly peersDir: string;
}

const untilReady = (child: ChildProcess): Promise<void> =>
  new Promise((resolve, reject) => {
    let output = '';
    child.stdout!.on('data', (chunk: Buffer) => {
      output += chunk.toString();
      if (/^ready:/m.test(output)) resolve();
    });
    child.once('exit', (status) => reject(new Error(`the server ended (${status}): ${output}`)));
  });

const startServer = async ({ server }: Lab, { contender, peersDir }: Run, dataDir: string): Promise<ChildProcess> => {
  const child = contender.contents
    ? server.run(
        process.execPath,
        ['--import', 'tsx', join(project, 'test/bench/serve.ts'), contender.name, server.address, String(PORT)],
        // `ws` looks for the optional bufferutil there, which servers of ndt7 and RMBT in other languages do not need.
        { PEERS_DIR: peersDir, NODE_PATH: join(peersDir, 'node_modules') },
      )
    : server.run(process.execPath, [join(project, 'demo/start.mjs')], {
        HOST: server.address,
        PORT: String(PORT),
        DATA_DIR: dataDir,
      });
  await untilReady(child);
  return child;
};

const drive = async ({ client, server }: Lab, { contender }: Run, serverPid: number): Promise<Driven> => {
  const script = join(project, 'test/bench/drive.ts');
  const args = ['--import', 'tsx', script, contender.name, `http://${server.address}:${PORT}`, String(serverPid)];
  const child = client.run(process.execPath, args);
  const giveUp = setTimeout(() => child.kill('SIGTERM'), DRIVER_LIMIT_MS);
  let output = '';
  child.stdout!.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const status = await new Promise<number | null>((resolve) => child.once('close', resolve));
  clearTimeout(giveUp);
  if (output === '') throw new Error(`the browser's driver ended (${status})`);
  return JSON.parse(output) as Driven;
};

/** Bytes of one direction between two instants, from the last row before each. */
const carriedBetween = (log: readonly LogRow[], from: number, to: number): { down: number; up: number } => {
  const at = (instant: number) => log.findLast((row) => row.at <= instant) ?? log[0];
  const [first, last] = [at(from), at(to)];
  return first && last
    ? { down: last.downBytes - first.downBytes, up: last.upBytes - first.upBytes }
    : { down: 0, up: 0 };
};

const percentOff = (rate: BitsPerSecond | null, truth: BitsPerSecond | null): number | null =>
  rate === null || truth === null ? null : (rate / truth - 1) * 100;

const inMegabits = (rate: BitsPerSecond | null): number | null => (rate === null ? null : megabitsOf(rate));

/** A page may answer with what JSON has no word for. */
const numberOr = (rate: number | null | undefined): BitsPerSecond | null => (Number.isFinite(rate) ? rate! : null);

const rowOf = (run: Run, driven: Driven, log: readonly LogRow[]): Row => {
  const { link } = run;
  const { startedAt: from, endedAt: to } = driven;
  const truth = {
    down: link && goodputOfRun(link.down, 'down', log, from, to),
    up: link && goodputOfRun(link.up, 'up', log, from, to),
  };
  const carried = link ? carriedBetween(log, from, to) : driven.interfaceBytes;
  const rates = { down: numberOr(driven.rates?.down), up: numberOr(driven.rates?.up) };
  const missing = rates.down === null || rates.up === null ? 'a number is missing' : '';
  return {
    ...failedRow(run, driven.error ?? missing),
    at: new Date(from).toISOString(),
    downMbps: inMegabits(rates.down),
    upMbps: inMegabits(rates.up),
    trueDownMbps: inMegabits(truth.down),
    trueUpMbps: inMegabits(truth.up),
    downErrorPercent: percentOff(rates.down, truth.down),
    upErrorPercent: percentOff(rates.up, truth.up),
    seconds: (to - from) / 1000,
    downMegabytes: megabytesOf(carried.down),
    upMegabytes: megabytesOf(carried.up),
    browserCpuS: driven.browserCpuS,
    serverCpuS: driven.serverCpuS,
    longTasks: driven.longTasks,
    longTasksMs: driven.longTasksMs,
    memoryMegabytes: megabytesOf(driven.memoryBytes),
  };
};

const failedRow = ({ round, linkName, contender, cc }: Run, error: string): Row => ({
  at: new Date().toISOString(),
  round,
  link: linkName,
  engine: contender.name,
  cc,
  downMbps: null,
  upMbps: null,
  trueDownMbps: null,
  trueUpMbps: null,
  downErrorPercent: null,
  upErrorPercent: null,
  seconds: null,
  downMegabytes: null,
  upMegabytes: null,
  browserCpuS: null,
  serverCpuS: null,
  longTasks: null,
  longTasksMs: null,
  memoryMegabytes: null,
  error,
});

/** One run over a link of its own; a failure is a row too. */
export const runOnce = async (run: Run): Promise<Row> => {
  const dataDir = mkdtempSync(join(tmpdir(), 'i-speed-test-bench-'));
  let lab: Lab | null = null;
  try {
    lab = await openLab(run.link, { server: run.cc });
    const server = await startServer(lab, run, dataDir);
    const driven = await drive(lab, run, server.pid!);
    await new Promise((resolve) => setTimeout(resolve, LOG_DELAY_MS));
    return rowOf(run, driven, lab.log());
  } catch (error) {
    return failedRow(run, error instanceof Error ? error.message : String(error));
  } finally {
    await lab?.close();
    rmSync(dataDir, { recursive: true, force: true });
  }
};
