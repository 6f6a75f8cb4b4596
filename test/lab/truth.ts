import type { BitsPerSecond } from '../../src/protocol/units.ts';

/** Payload of a full packet: 1500 − 20 (IPv4) − 20 (TCP) − 12 (timestamps); what a link of a given rate can carry at most. */
export const PAYLOAD_SHARE = 1448 / 1500;

const UNITS: Readonly<Record<string, number>> = { kbit: 1e3, mbit: 1e6, gbit: 1e9 };

const rateOf = (text: string): BitsPerSecond => {
  const [, value, unit] = /^([\d.]+)(kbit|mbit|gbit)$/.exec(text) ?? [];
  if (!value || !unit) throw new Error(`"${text}" is not a rate such as 100mbit.`);
  return Number(value) * UNITS[unit]!;
};

interface Step {
  readonly rate: BitsPerSecond;
  readonly ms: number;
}

/** `100mbit` or `steps:80mbit@3s,20mbit@300ms` as steps that repeat. */
const stepsOf = (text: string): readonly Step[] =>
  text.startsWith('steps:')
    ? text
        .slice('steps:'.length)
        .split(',')
        .map((step) => {
          const [rate = '', time = ''] = step.split('@');
          return { rate: rateOf(rate), ms: Number.parseFloat(time) * (time.endsWith('ms') ? 1 : 1000) };
        })
    : [{ rate: rateOf(text), ms: Number.POSITIVE_INFINITY }];

/** The payload rate a link allows on average between two instants of its own clock (ms since it was opened). */
export const goodputBetween = (rate: string, fromMs: number, toMs: number): BitsPerSecond => {
  const steps = stepsOf(rate);
  if (steps.length === 1) return steps[0]!.rate * PAYLOAD_SHARE;
  const period = steps.reduce((sum, { ms }) => sum + ms, 0);
  const bitsUntil = (at: number): number => {
    const whole = Math.floor(at / period);
    let rest = at - whole * period;
    let bits = whole * steps.reduce((sum, { rate: r, ms }) => sum + (r * ms) / 1000, 0);
    for (const { rate: r, ms } of steps) {
      bits += (r * Math.min(rest, ms)) / 1000;
      rest -= Math.min(rest, ms);
    }
    return bits;
  };
  return ((bitsUntil(toMs) - bitsUntil(fromMs)) / (toMs - fromMs)) * 1000 * PAYLOAD_SHARE;
};

/** One row of the link's log: wall clock in ms, bytes delivered so far each way, and bytes that wait in the queue. */
export interface LogRow {
  readonly at: number;
  readonly downBytes: number;
  readonly downQueue: number;
  readonly upBytes: number;
  readonly upQueue: number;
}

/** The link's CSV log, its first row being the instant it was opened. */
export const parseLinkLog = (csv: string): LogRow[] =>
  csv
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => line.split(',').map(Number))
    .map(([at, downBytes, downQueue, , , upBytes, upQueue]) => ({
      at: at!,
      downBytes: downBytes!,
      downQueue: downQueue!,
      upBytes: upBytes!,
      upQueue: upQueue!,
    }));

/**
 * A tenth of a second belongs to a transfer when at least this share of the link's rate comes to its queue: acknowledgements never
 * do that, and a queue that only empties after the transfer has ended is not counted.
 */
const BUSY_SHARE = 0.5;

/**
 * What one direction could have carried while it was being measured: the link's average from the first to the last of its busy
 * log intervals within a run. The same for every engine, whatever it cuts or keeps; for a fixed rate simply that rate.
 */
export const goodputOfRun = (
  rate: string,
  direction: 'down' | 'up',
  log: readonly LogRow[],
  from: number,
  to: number,
): BitsPerSecond => {
  const opened = log[0]?.at ?? from;
  const arrived = (row: LogRow) => (direction === 'down' ? row.downBytes + row.downQueue : row.upBytes + row.upQueue);
  const busy = log.filter((row, i) => {
    const before = log[i - 1];
    if (!before || before.at < from || row.at > to) return false;
    const offered = ((arrived(row) - arrived(before)) * 8000) / (row.at - before.at);
    return offered >= BUSY_SHARE * goodputBetween(rate, before.at - opened, row.at - opened);
  });
  const [first, last] = [busy[0]?.at ?? from, busy.at(-1)?.at ?? to];
  return goodputBetween(rate, first - opened, Math.max(last, first + 1) - opened);
};
