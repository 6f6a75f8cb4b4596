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
}: {
  readonly minutes: () => number;
  readonly visit: VisitController;
  readonly idle: IdleWatch;
  readonly repaint: () => void;
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
    if (isDue && !isRunning && visit.run.status === 'idle' && !visit.isAsking && idle.isQuietFor(QUIET_MS)) void run();
  };
  const yieldToPerson = () => isRunning && visit.cancel();
  const timer = setInterval(look, LOOK_MS);
  document.addEventListener('pointerdown', yieldToPerson, true);
  return {
    isRunning: () => isRunning,
    close: () => {
      clearInterval(timer);
      document.removeEventListener('pointerdown', yieldToPerson, true);
    },
  };
};
