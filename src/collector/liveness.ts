import { ALIVE_MS, type Heartbeat } from '../protocol/heartbeat.ts';
import type { Millis } from '../protocol/units.ts';

/** Which points have said lately that they are there, and that they have room. */
export interface Liveness {
  readonly note: (heartbeat: Heartbeat, now: Millis) => void;
  readonly isAlive: (pointId: string, now: Millis) => boolean;
  /** Alive, and not full when it last said so. */
  readonly hasRoom: (pointId: string, now: Millis) => boolean;
}

/** In memory: a collector that has just started believes in every point for as long as one may be silent. */
export const createLiveness = (startedAt: Millis): Liveness => {
  const last = new Map<string, { readonly at: Millis; readonly heartbeat: Heartbeat }>();
  const isAlive = (pointId: string, now: Millis) => now - (last.get(pointId)?.at ?? startedAt) <= ALIVE_MS;
  return {
    note: (heartbeat, now) => {
      const before = last.get(heartbeat.iss);
      // One that was held up on its way, or is played again, is no news.
      if (before && heartbeat.iat <= before.heartbeat.iat) return;
      last.set(heartbeat.iss, { at: now, heartbeat });
    },
    isAlive,
    hasRoom: (pointId, now) => {
      const seen = last.get(pointId);
      return isAlive(pointId, now) && (!seen || seen.heartbeat.openTests < seen.heartbeat.maxTests);
    },
  };
};
