import { type Interval, Z } from './median-interval.ts';

/**
 * The 95 % interval of a share by Wilson's score (JASA 22, 1927), which holds for few and for one-sided votes too, where the textbook's
 * would reach below 0. Null of no votes.
 */
export const shareInterval = (yes: number, votes: number): Interval | null => {
  if (votes === 0) return null;
  const share = yes / votes;
  const spread = Z ** 2 / votes;
  const middle = (share + spread / 2) / (1 + spread);
  const half = (Z * Math.sqrt((share * (1 - share)) / votes + spread / (4 * votes))) / (1 + spread);
  // Rounding must not put the share itself outside.
  return { low: Math.max(0, Math.min(share, middle - half)), high: Math.min(1, Math.max(share, middle + half)) };
};
