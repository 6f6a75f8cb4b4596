import type { Millis } from '../../protocol/units.ts';

/** A person who does not move is asked whether they are still there for this long, or as long as they have not moved, whichever is less. */
export const MAX_WARNING_MS: Millis = 15_000;

const TICK_MS: Millis = 1000;

const TOUCHES = ['pointerdown', 'keydown', 'wheel', 'touchmove'] as const;

export interface IdleWatch {
  /** Until the screen starts over; null while there is no need to warn. */
  readonly secondsLeft: () => number | null;
  readonly isQuietFor: (ms: Millis) => boolean;
  readonly close: () => void;
}

/**
 * Watches for the last touch of a shared screen. `isInUse` says whether there is anything to start over from; a test that runs is nobody's
 * neglect.
 */
export const watchIdle = ({
  idleMs,
  isInUse,
  onTick,
  onIdle,
}: {
  readonly idleMs: () => Millis;
  readonly isInUse: () => boolean;
  /** The warning has come, changed or gone. */
  readonly onTick: () => void;
  readonly onIdle: () => void;
}): IdleWatch => {
  let touchedAt = performance.now();
  let usedAt = touchedAt;
  let warned: number | null = null;
  const secondsLeft = () => {
    const warning = Math.min(idleMs(), MAX_WARNING_MS);
    const left = usedAt + idleMs() + warning - performance.now();
    return isInUse() && left <= warning ? Math.max(Math.ceil(left / 1000), 0) : null;
  };
  const tick = () => {
    if (!isInUse()) usedAt = performance.now();
    const left = secondsLeft();
    if (left === 0) onIdle();
    if (left !== warned) onTick();
    warned = left;
  };
  const touch = () => {
    touchedAt = usedAt = performance.now();
    tick();
  };
  const timer = setInterval(tick, TICK_MS);
  for (const name of TOUCHES) document.addEventListener(name, touch, { passive: true, capture: true });
  return {
    secondsLeft,
    isQuietFor: (ms) => performance.now() - touchedAt >= ms,
    close: () => {
      clearInterval(timer);
      for (const name of TOUCHES) document.removeEventListener(name, touch, { capture: true });
    },
  };
};
