import { roundStep } from '../color-scale.ts';

/** Round marks from at or below `min` to at or above `max`, about `count` of them. */
export const marksOf = (min: number, max: number, count: number): readonly number[] => {
  const step = roundStep((max - min || Math.abs(max) || 1) / count);
  const from = Math.floor(min / step + 1e-9);
  const to = Math.max(from + 1, Math.ceil(max / step - 1e-9));
  return Array.from({ length: to - from + 1 }, (_, i) => Number(((from + i) * step).toPrecision(12)));
};

/** 1, 2 and 5 of each decade between two values. */
export const logMarksOf = (min: number, max: number): readonly number[] => {
  const decades = Array.from(
    { length: Math.ceil(Math.log10(max)) - Math.floor(Math.log10(min)) + 1 },
    (_, i) => Math.floor(Math.log10(min)) + i,
  );
  return decades
    .flatMap((decade) => [1, 2, 5].map((n) => Number(`${n}e${decade}`)))
    .filter((n) => n >= min && n <= max);
};
