import type { Millis } from '../../protocol/units.ts';
import type { VisitController } from '../visit-controller.ts';
import type { IdleWatch } from './watch-idle.ts';

/** Nobody has touched the screen for this long: the line is the monitor's. */
export const QUIET_MS: Millis = 60_000;

const LOOK_MS: Millis = 5000;

/** Measures by itself every so many minutes while nobody is there; a touch ends such a run at once. */
export const startMonitor = ({
  minutes,
  visit,
  idle,
  repaint,
  quietMs = QUIET_MS,
  lookMs = LOOK_MS,
}: {
  readonly minutes: () => number;
  readonly visit: Pick<VisitController, 'run' | 'isAsking' | 'start' | 'cancel' | 'reset'>;
  readonly idle: Pick<IdleWatch, 'isQuietFor'>;
  readonly repaint: () => void;
  readonly quietMs?: Millis;
  readonly lookMs?: Millis;
}) => {
  let lastAt = performance.now();
  let isRunning = false;
  const run = async () => {
    isRunning = true;
    lastAt = performance.now();
    await visit.start({ consent: true, monitor: true });
    isRunning = false;
    visit.reset();
    repaint();
  };
  const look = () => {
    const isDue = minutes() > 0 && performance.now() - lastAt >= minutes() * 60_000;
    if (isDue && !isRunning && visit.run.status === 'idle' && !visit.isAsking && idle.isQuietFor(quietMs)) void run();
  };
  const yieldToPerson = () => isRunning && visit.cancel();
  const timer = setInterval(look, lookMs);
  document.addEventListener('pointerdown', yieldToPerson, true);
  return {
    isRunning: () => isRunning,
    close: () => {
      clearInterval(timer);
      document.removeEventListener('pointerdown', yieldToPerson, true);
    },
  };
};
