import { type BitsPerSecond, megabitsOf, megabytesOf } from '../../src/protocol/units.ts';
import type { Link } from '../lab/links.ts';
import type { CongestionControl } from '../lab/network-lab.ts';
import { goodputOfRun, type LogRow } from '../lab/truth.ts';
import type { Contender } from './contender.ts';
import type { Driven } from './drive.ts';
import type { Row } from './row.ts';

/** One run that was asked for. */
export interface Run {
  readonly contender: Contender;
  readonly linkName: string;
  /** Null joins the namespaces by a cable without limits. */
  readonly link: Link | null;
  readonly cc: CongestionControl;
  readonly round: number;
  readonly peersDir: string;
}

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

/** What a run that came to its end, good or bad, says. */
export const rowOf = (run: Run, driven: Driven, log: readonly LogRow[]): Row => {
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

/** A run that says nothing but why. */
export const failedRow = ({ round, linkName, contender, cc }: Run, error: string): Row => ({
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
