import fc from 'fast-check';

/** Rates and round trips over the whole range, many of them alike, some at the very edge of a bin, some 0. */
export const anyValue: fc.Arbitrary<number> = fc.oneof(
  { weight: 6, arbitrary: fc.double({ min: -2, max: 11, noNaN: true }).map((exponent) => 10 ** exponent) },
  { weight: 2, arbitrary: fc.integer({ min: -128, max: 700 }).map((bin) => 10 ** (bin / 64)) },
  { weight: 2, arbitrary: fc.constantFrom(1, 20, 100e6, 1e9) },
  { weight: 1, arbitrary: fc.constant(0) },
);

export const anyValues = fc.array(anyValue, { minLength: 1, maxLength: 400 });
