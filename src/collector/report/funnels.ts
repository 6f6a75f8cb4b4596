import { type Funnel, type FunnelReason, type ReachCounts, TEST_STEPS, type TestStep } from '../../protocol/report.ts';
import { VISIT_STEPS, type VisitStep } from '../../protocol/visit.ts';
import { funnelOf, type StepCount } from '../../statistics/funnel.ts';
import type { FunnelCounts, TestCount, TestFate, VisitCount } from '../funnel-store.ts';
import { sumOf } from './sample-of.ts';
import { UNCOUNTED_LOSSES, UNVERIFIED_LOSSES } from '../loss-of.ts';

/** How far visits and tests came, and why no further; pure. */
export const funnelsOf = ({ visits, tests }: FunnelCounts): Funnel => {
  const totals = totalsOf(tests);
  return {
    visits: funnelOf(
      VISIT_STEPS,
      (step) => visitsAt(visits, step),
      (step) => (step === 'shown' ? 'not-pressed' : 'left'),
    ),
    tests: funnelOf(
      TEST_STEPS,
      (step) => testsAt(totals, step),
      (step) => UNEXPLAINED[step],
    ),
  };
};

/** The counts of the steps alone. */
export const reachOf = (counts: FunnelCounts): ReachCounts => {
  const { visits, tests } = funnelsOf(counts);
  return {
    visits: Object.fromEntries(visits.map(({ step, count }) => [step, count])) as ReachCounts['visits'],
    tests: Object.fromEntries(tests.map(({ step, count }) => [step, count])) as ReachCounts['tests'],
  };
};

const visitsAt = (visits: readonly VisitCount[], step: VisitStep): StepCount => {
  const here = visits.filter((count) => count.step === step);
  const reasons = new Map<FunnelReason, number>();
  for (const { reason, visits: n } of here) if (reason !== null) reasons.set(reason, (reasons.get(reason) ?? 0) + n);
  return { count: sumOf(here, ({ reason, visits: n }) => (reason === null ? n : 0)), reasons };
};

/** Which results came as far as a step: all whose fate is not one of an earlier step. */
const LOST: Readonly<Record<TestStep, readonly TestFate[]>> = {
  started: [],
  finished: UNVERIFIED_LOSSES,
  verified: UNCOUNTED_LOSSES,
  counted: ['counted'],
  voted: [],
};

const UNEXPLAINED: Readonly<Record<TestStep, FunnelReason>> = {
  started: 'not-received',
  finished: 'unverified',
  verified: 'not-valid',
  counted: 'same-source',
  voted: 'same-source',
};

const testsAt = (totals: ReadonlyMap<TestFate, number>, step: TestStep): StepCount => {
  if (step === 'started') return { count: totals.get('opened') ?? 0, reasons: new Map() };
  const earlier = TEST_STEPS.slice(0, TEST_STEPS.indexOf(step)).flatMap((before) => LOST[before]);
  const isHere = (fate: TestFate) => fate !== 'opened' && !earlier.includes(fate);
  const reasons = LOST[step].map(
    (fate) => [fate === 'counted' ? 'same-source' : fate, totals.get(fate) ?? 0] as [FunnelReason, number],
  );
  return {
    count: sumOf([...totals], ([fate, tests]) => (isHere(fate) ? tests : 0)),
    reasons: new Map(reasons),
  };
};

const totalsOf = (tests: readonly TestCount[]): ReadonlyMap<TestFate, number> => {
  const totals = new Map<TestFate, number>();
  for (const { fate, tests: more } of tests) totals.set(fate, (totals.get(fate) ?? 0) + more);
  return totals;
};
