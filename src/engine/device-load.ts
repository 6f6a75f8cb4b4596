import type { Millis } from '../protocol/units.ts';

/** A device whose timers are late for more than this share of the time has none to spare for more bytes (our choice). */
export const BUSY_SHARE = 0.5;

/** How busy a thread is, by how late its own ticks of `everyMs` come. */
export const createLoadMeter = (everyMs: Millis, now: Millis) => {
  const began = now;
  let last = now;
  let lateMs = 0;
  return {
    tick: (at: Millis): void => {
      lateMs += Math.max(at - last - everyMs, 0);
      last = at;
    },
    isBusy: (at: Millis): boolean => lateMs > (at - began) * BUSY_SHARE,
  };
};
