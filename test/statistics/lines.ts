/** Rates of `count` lines, bit/s: log-normal with a median of 100 Mbit/s and the spread of mixed fixed plans (0.8). */
export const linesOf = (count: number, dice: () => number, spread = 0.8): number[] =>
  Array.from({ length: count }, () => 100e6 * Math.exp(spread * normal(dice)));

/** Box and Muller's. */
const normal = (dice: () => number): number => Math.sqrt(-2 * Math.log(1 - dice())) * Math.cos(2 * Math.PI * dice());
