import type { Plan } from '../protocol/plan.ts';
import type { Millis } from '../protocol/units.ts';
import type { ControlChannel } from './control-channel.ts';
import type { Recorder } from './recorder.ts';
import { RunFailure } from './run-failure.ts';

/**
 * Idle pings leave this far apart, whether or not the last one came back, so that a far point takes no longer than a near one.
 * 30 kbit/s of tiny packets fill no line, and a browser that is kept awake answers about a millisecond sooner than one that dozes.
 */
const IDLE_INTERVAL_MS: Millis = 15;

/** This many pings without an answer: the point is gone. */
const MAX_LOST_PINGS = 5;

/** Under load a ping leaves this often, whether or not the last one came back. */
export const LOADED_INTERVAL_MS: Millis = 150;

const until = (at: Millis): Promise<void> => new Promise((resolve) => setTimeout(resolve, at - performance.now()));

/** Round trips on an idle line. The very first only warms the path up. */
export const measureIdleLatency = async (control: ControlChannel, plan: Plan, recorder: Recorder): Promise<void> => {
  await control.ping();
  recorder.record({ kind: 'phase-began', phase: 'latency' });
  const began = performance.now();
  let answers = 0;
  let lost = 0;
  let ended = false;
  const ping = async (): Promise<void> => {
    const ms = await control.ping();
    if (ended) return;
    if (ms === null) lost++;
    else {
      recorder.record({ kind: 'round-trip', ms });
      answers++;
    }
  };
  const pingAll = async (): Promise<'steady'> => {
    const sent: Promise<void>[] = [];
    for (let i = 0; i < plan.latencySamples && !ended; i++) {
      const one = ping();
      sent.push(one);
      // Over HTTP a ping occupies one of the browser's six connections.
      if (control.kind === 'http') await one;
      else await until(began + (i + 1) * IDLE_INTERVAL_MS);
    }
    await Promise.all(sent);
    return 'steady';
  };
  const all = pingAll();
  const timeIsUp = until(began + plan.latencyMaxMs).then(() => (answers > 0 ? ('time-limit' as const) : all));
  const reason = await Promise.race([all, timeIsUp]);
  ended = true;
  if (answers === 0 || lost > MAX_LOST_PINGS)
    throw new RunFailure('point-lost', 'The point stopped answering round trips.');
  recorder.record({ kind: 'phase-ended', phase: 'latency', reason, countedMs: 0 });
};

/** Keeps pinging beside a direction's payload until the answer is called; late answers count for nothing. */
export const pingUnderLoad = (control: ControlChannel, recorder: Recorder): (() => void) => {
  let stopped = false;
  let waiting = 0;
  const timer = setInterval(() => {
    // Over HTTP a ping occupies one of the browser's six connections: one at a time.
    if (control.kind === 'http' && waiting > 0) return;
    waiting++;
    void control.ping().then((ms) => {
      waiting--;
      if (ms !== null && !stopped) recorder.record({ kind: 'round-trip', ms });
    });
  }, LOADED_INTERVAL_MS);
  return () => {
    stopped = true;
    clearInterval(timer);
  };
};
