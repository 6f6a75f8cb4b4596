import { binOf } from '../../statistics/histogram.ts';

/** Nothing is measured to more than one in a thousand; more digits would only mark a row. */
export const SIGNIFICANT_DIGITS = 4;

/** A value with as few digits as keep it in its bin, {@link SIGNIFICANT_DIGITS} at least: figures from it are those of the value itself. */
export const roundWithinBin = (value: number): number => {
  for (let digits = SIGNIFICANT_DIGITS; ; digits++) {
    const rounded = Number(value.toPrecision(digits)); // 17 digits are the value itself
    if (binOf(rounded) === binOf(value)) return rounded;
  }
};
