import { settledAfter } from '../estimator/direction.ts';
import { stopReason } from '../estimator/steadiness.ts';
import { FIRST_STREAMS, wantedStreams } from '../estimator/streams.ts';
import { estimateThroughput } from '../estimator/throughput.ts';
import type { Plan } from '../protocol/plan.ts';
import type { Bytes, Millis } from '../protocol/units.ts';
import type { ControlChannel } from './control-channel.ts';
import { createLoadMeter } from './device-load.ts';
import { pingUnderLoad } from './latency-phase.ts';
import type { Recorder } from './recorder.ts';
import { RunFailure } from './run-failure.ts';

/** The receiver's counter is read this often. */
export const READING_MS: Millis = 100;

/** The byte cap is watched this often. */
const CAP_CHECK_MS: Millis = 10;

/** A direction that moves nothing for this long has lost its point. */
const SILENCE_MS: Millis = 5000;

/** Over HTTP the control stream and the pings need two of a browser's six connections. */
const MAX_STREAMS_BESIDE_HTTP_CONTROL = 4;

/** A connection that fails is opened again this many times in a row before the point counts as lost, with a pause that grows by {@link RETRY_MS}. */
const MAX_RETRIES = 3;
const RETRY_MS: Millis = 150;

/** One connection's work, which begins anew until the direction ends (`turn` 0, 1, …): resolves when the server ended it in good order or lets the ticket carry no more, rejects when it was lost. */
export type Carry = (signal: AbortSignal, turn: number) => Promise<'ended' | 'used-up'>;

export interface DirectionParts {
  readonly direction: 'download' | 'upload';
  readonly plan: Plan;
  readonly control: ControlChannel;
  readonly recorder: Recorder;
  readonly carry: Carry;
  /** The receiver's counter where the browser is the receiver (null before its first byte); a point tells its own by itself. */
  readonly counter: (() => Bytes | null) | null;
}

/** Carries payload over as many connections as help, until the rate is known or a limit is reached. */
export const measureDirection = async ({
  direction,
  plan,
  control,
  recorder,
  carry,
  counter,
}: DirectionParts): Promise<void> => {
  const limits = plan[direction];
  const maxStreams =
    control.kind === 'http' ? Math.min(plan.maxStreams, MAX_STREAMS_BESIDE_HTTP_CONTROL) : plan.maxStreams;
  const abort = new AbortController();
  const began = recorder.now();
  const load = createLoadMeter(CAP_CHECK_MS, began);
  let streams = 0;
  let movedAt = began;
  let movedBytes = 0;

  recorder.record({ kind: 'phase-began', phase: direction });
  const stopPings = pingUnderLoad(control, recorder);
  try {
    await new Promise<void>((resolve, reject) => {
      const open = (wanted: number): void => {
        if (wanted <= streams) return;
        for (; streams < wanted; streams++) keepCarrying(carry, abort.signal).catch(reject);
        recorder.record({ kind: 'streams', count: streams });
      };
      const step = (): void => {
        const counted = counter?.() ?? null;
        if (counted !== null) recorder.record({ kind: 'bytes', bytes: counted });
        const log = recorder.estimate.phases[direction]!;
        const bytes = log.samples.at(-1)?.bytes ?? 0;
        if (bytes > movedBytes) [movedBytes, movedAt] = [bytes, recorder.now()];
        if (recorder.now() - movedAt > SILENCE_MS)
          reject(new RunFailure('point-lost', `No ${direction} payload for ${SILENCE_MS} ms.`));
        const reason = stopReason(limits, log.samples, estimateThroughput(log.samples, settledAfter(log)));
        if (reason) {
          if (load.isBusy(recorder.now())) recorder.record({ kind: 'flagged', flag: 'device-limited' });
          const { samples } = log;
          recorder.record({
            kind: 'phase-ended',
            phase: direction,
            reason,
            countedMs: samples.at(-1)!.at - samples[0]!.at,
          });
          resolve();
        } else open(wantedStreams(log.samples, streams, log.streamsAddedAt, maxStreams));
      };
      open(Math.min(FIRST_STREAMS, maxStreams));
      const readings = setInterval(step, READING_MS);
      // On a very fast line a whole saver plan fits between two readings.
      const cap = setInterval(() => {
        load.tick(recorder.now());
        if ((counter?.() ?? 0) >= limits.maxBytes) step();
      }, CAP_CHECK_MS);
      abort.signal.addEventListener('abort', () => [readings, cap].forEach(clearInterval));
    });
  } finally {
    stopPings();
    abort.abort();
  }
};

const keepCarrying = async (carry: Carry, signal: AbortSignal): Promise<void> => {
  const stopped = () => signal.aborted;
  let failures = 0;
  let turn = 0;
  while (!stopped()) {
    try {
      if ((await carry(signal, turn)) === 'used-up') return;
      failures = 0;
      turn++;
    } catch (error) {
      if (stopped()) return;
      if (error instanceof RunFailure) throw error;
      if (++failures > MAX_RETRIES)
        throw new RunFailure('point-lost', `Connections to the point fail: ${String(error)}`);
      await new Promise((resolve) => setTimeout(resolve, RETRY_MS * failures));
    }
  }
};
