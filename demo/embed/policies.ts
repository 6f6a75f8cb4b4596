/** One Content-Security-Policy: directive → its values, as they are written. */
export type Policy = ReadonlyMap<string, readonly string[]>;

/** Who decides about a kind of request where its own directive is missing (CSP 3, 6.8.3). */
const FALLBACKS = {
  'script-src': ['script-src-elem', 'script-src', 'default-src'],
  'worker-src': ['worker-src', 'child-src', 'script-src', 'default-src'],
  'connect-src': ['connect-src', 'default-src'],
  'frame-src': ['frame-src', 'child-src', 'default-src'],
} as const;
export type Fetched = keyof typeof FALLBACKS;

/** The policies of one header's value: a comma separates them, and every one has to agree. */
export const parsePolicies = (value: string): readonly Policy[] =>
  value
    .split(',')
    .map(parsePolicy)
    .filter(({ size }) => size > 0);

const parsePolicy = (text: string): Policy => {
  const policy = new Map<string, readonly string[]>();
  for (const part of text.split(';')) {
    const [name, ...values] = part.trim().split(/\s+/);
    const directive = name!.toLowerCase();
    if (directive !== '' && !policy.has(directive)) policy.set(directive, values); // the first one counts
  }
  return policy;
};

export const serializePolicy = (policy: Policy): string =>
  [...policy].map(([name, values]) => [name, ...values].join(' ')).join('; ');

/** The directive of a policy that rules a kind of request; null where none does, and everything is allowed. */
export const rulingDirective = (
  policy: Policy,
  fetched: Fetched,
): { readonly name: string; readonly sources: readonly string[] } | null => {
  const name = FALLBACKS[fetched].find((known) => policy.has(known));
  return name === undefined ? null : { name, sources: policy.get(name)! };
};

/** Keywords may be written in any case. */
export const hasKeyword = (sources: readonly string[], keyword: string): boolean =>
  sources.some((source) => source.toLowerCase() === keyword);
