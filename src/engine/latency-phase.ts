import type { Plan } from '../protocol/plan.ts';
import type { Millis } from '../protocol/units.ts';
import type { ControlChannel } from './control-channel.ts';
import type { Recorder } from './recorder.ts';
import { RunFailure } from './run-failure.ts';

/** Pause between idle pings: the link is empty again before the next one. */
const IDLE_GAP_MS: Millis = 10;

/** Under load a ping leaves this often, whether or not the last one came back. */
export const LOADED_INTERVAL_MS: Millis = 150;

const pause = (ms: Millis): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Round trips on an idle line, one after the other. The very first only warms the path up. */
export const measureIdleLatency = async (control: ControlChannel, plan: Plan, recorder: Recorder): Promise<void> => {
  await control.ping();
  recorder.record({ kind: 'phase-began', phase: 'latency' });
  const began = recorder.now();
  let samples = 0;
  let lost = 0;
  while (samples < plan.latencySamples && recorder.now() - began < plan.latencyMaxMs) {
    const ms = await control.ping();
    if (ms === null && ++lost > 2) throw new RunFailure('point-lost', 'The point stopped answering round trips.');
    if (ms !== null) {
      recorder.record({ kind: 'round-trip', ms });
      samples++;
    }
    await pause(IDLE_GAP_MS);
  }
  const reason = samples >= plan.latencySamples ? 'steady' : 'time-limit';
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
