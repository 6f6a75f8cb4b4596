/**
 * Whether a value has the shape of an example: of an object every property of the example, of an array every item like the example's
 * first, where it has one. Numbers must be finite. What else is there is not looked at.
 */
export const isLike = <Example>(value: unknown, example: Example): value is Example => {
  if (Array.isArray(example))
    return Array.isArray(value) && (example.length === 0 || value.every((item) => isLike(item, example[0] as unknown)));
  if (example !== null && typeof example === 'object')
    return (
      value !== null &&
      typeof value === 'object' &&
      Object.entries(example).every(([key, part]) => isLike((value as Record<string, unknown>)[key], part as unknown))
    );
  return typeof value === typeof example && (typeof value !== 'number' || Number.isFinite(value));
};
