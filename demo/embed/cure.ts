import type { Cure, Diagnosis } from './diagnosis.ts';
import { type Fetched, type Policy, rulingDirective } from './policies.ts';

/** A directive as it is now, with what is wanted of it. */
export const cureOf = (policy: number, directive: string, now: readonly string[], wanted: readonly string[]): Cure => {
  const added = [...new Set(wanted)].filter((value) => !now.includes(value));
  return { policy, directive, added, values: [...now.filter((value) => value.toLowerCase() !== "'none'"), ...added] };
};

/**
 * The directive with what it lacks. Where another one rules in its stead, a new one takes over what that allows, because from then on
 * only the new one counts.
 */
export const mended = (at: number, policy: Policy, wanted: Fetched, sources: readonly string[]): Cure => {
  const ruling = rulingDirective(policy, wanted) ?? { name: wanted, sources: [] };
  const isOwn = ruling.name === wanted || ruling.name === `${wanted}-elem`;
  const taken = isOwn || wanted === 'script-src' ? ruling.sources : ruling.sources.filter(isPlace);
  return cureOf(at, isOwn ? ruling.name : wanted, taken, sources);
};

/** Nonces, hashes and the `unsafe-` keywords are about scripts and styles. */
const isPlace = (source: string): boolean => !source.startsWith("'") || source.toLowerCase() === "'self'";

/** The page's policies with every cure of a diagnosis taken. */
export const cured = ({ policies, findings }: Diagnosis): readonly Policy[] =>
  policies.map(({ policy }, at) => {
    const mendedPolicy = new Map(policy);
    for (const { cure } of findings) if (cure?.policy === at) mendedPolicy.set(cure.directive, cure.values);
    return mendedPolicy;
  });
