import type { Cure, Diagnosis, Finding } from './diagnosis.ts';

/** Findings that one and the same line mends, with that line. */
export interface Mending {
  readonly findings: readonly Finding[];
  readonly cure: Cure | null;
}

/** Several findings may ask for the same line; it is said once, after the last of them. */
export const findingsByCure = ({ findings }: Diagnosis): readonly Mending[] => {
  const keys = new Map<string, Finding[]>();
  findings.forEach((finding, at) => {
    const { cure } = finding;
    const key = cure ? `${cure.policy} ${cure.directive}` : `alone ${at}`;
    keys.set(key, [...(keys.get(key) ?? []), finding]);
  });
  return [...keys.values()].map((same) => ({ findings: same, cure: same[0]!.cure }));
};

export type Verdict = 'fine' | 'limited' | 'blocked';

export const verdictOf = ({ findings }: Diagnosis): Verdict =>
  findings.some(({ severity }) => severity === 'blocks')
    ? 'blocked'
    : findings.some(({ severity }) => severity === 'limits')
      ? 'limited'
      : 'fine';

/** The line as a page's policy should have it. */
export const lineOf = ({ directive, values }: Cure): string => [directive, ...values].join(' ');
