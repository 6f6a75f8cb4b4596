import type { Diagnosis } from './diagnosis.ts';
import { findingsByCure, lineOf, verdictOf } from './findings-by-cure.ts';
import type { Words } from './words.ts';

const MARKS = { blocks: '✗', limits: '!', check: '?' } as const;

/** A diagnosis for a terminal. */
export const reportOf = (diagnosis: Diagnosis, words: Words): string => {
  const { policies, rung } = diagnosis;
  const { check } = words;
  const parts = findingsByCure(diagnosis).map(({ findings, cure }) => {
    const said = findings.flatMap(({ kind, severity }) => {
      const { title, seen, todo } = words.findings[kind];
      const lines = [`${MARKS[severity]} ${title}`, `    ${check.visitor}: ${seen}`];
      return todo === undefined || cure ? lines : [...lines, `    ${check.todo}: ${todo}`];
    });
    if (!cure) return said.join('\n');
    const { where } = policies[cure.policy]!;
    const which = check.cure(cure, { n: cure.policy + 1, of: policies.length, where });
    return [...said, `    ${which}`, '', `      ${lineOf(cure)}`].join('\n');
  });
  const summary = [check.verdict[verdictOf(diagnosis)], `${check.rung}: ${check.rungs[rung]}.`];
  if (policies.length === 0) summary.push(check.noPolicy);
  return ['', summary.join('\n'), ...parts].join('\n\n').slice(1);
};
