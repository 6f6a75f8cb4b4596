import type { Snapshot } from '../../protocol/snapshot.ts';

/** Where each phase lies on the bar, from 0 to 1: roughly its share of a usual run. */
const SPANS: Readonly<Record<Snapshot['phase'], readonly [from: number, to: number]>> = {
  choosing: [0, 0.05],
  latency: [0.05, 0.2],
  download: [0.2, 0.6],
  upload: [0.6, 0.97],
  finishing: [0.97, 1],
};

/** How much of the whole run is behind, 0 to 1. */
export const runProgress = (snapshot: Snapshot | null): number => {
  if (!snapshot) return 0;
  const [from, to] = SPANS[snapshot.phase];
  return from + (to - from) * Math.min(Math.max(snapshot.phaseProgress, 0), 1);
};
