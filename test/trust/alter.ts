/** Every leaf of a value, as the way to it. */
export const paths = (value: unknown, way: readonly string[] = []): string[][] =>
  typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([name, inner]) => paths(inner, [...way, name]).slice(0, 3))
    : [[...way]];

const other = (value: unknown): unknown => {
  if (typeof value === 'number') return value + 1;
  if (typeof value === 'string') return value.endsWith('0') ? `${value.slice(0, -1)}1` : `${value.slice(0, -1)}0`;
  return typeof value === 'boolean' ? !value : 1;
};

/** A copy in which the leaf at `way` is another one. */
export const withOther = <Value extends object>(value: Value, way: readonly string[]): Value => {
  const copy = structuredClone(value);
  let holder = copy as Record<string, unknown>;
  for (const name of way.slice(0, -1)) holder = holder[name] as Record<string, unknown>;
  const last = way.at(-1)!;
  holder[last] = other(holder[last]);
  return copy;
};
