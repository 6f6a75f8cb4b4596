import type { FunnelReason } from '../protocol/report.ts';

/** One step: as many as came so far, and those of them that came no further. */
export interface FunnelStep<Step extends string> {
  readonly step: Step;
  readonly count: number;
  readonly lost: number;
  readonly reasons: { readonly reason: FunnelReason; readonly count: number }[];
}

/** What was counted of a step: who came so far, and why some came no further. */
export interface StepCount {
  readonly count: number;
  readonly reasons: ReadonlyMap<FunnelReason, number>;
}

/**
 * The steps as one chain; pure. They are counted at different places, and messages are lost: whoever was seen at a step has surely taken
 * those before it, so no step has fewer than the next. Reasons explain what was lost, and no more: the largest first, and what none of
 * them explains is `otherwise`.
 */
export const funnelOf = <Step extends string>(
  steps: readonly Step[],
  counted: (step: Step) => StepCount,
  otherwise: (step: Step) => FunnelReason,
): FunnelStep<Step>[] => {
  const chain: FunnelStep<Step>[] = [];
  for (const step of [...steps].reverse()) {
    const next = chain[0]?.count;
    const { count, reasons } = counted(step);
    const reached = Math.max(count, next ?? 0);
    const lost = reached - (next ?? reached);
    chain.unshift({ step, count: reached, lost, reasons: share(lost, reasons, otherwise(step)) });
  }
  return chain;
};

const share = (lost: number, reasons: ReadonlyMap<FunnelReason, number>, rest: FunnelReason) => {
  const shares = new Map<FunnelReason, number>();
  let left = lost;
  for (const [reason, count] of [...reasons].sort(([, a], [, b]) => b - a)) {
    const part = Math.min(count, left);
    if (part > 0) shares.set(reason, part);
    left -= part;
  }
  if (left > 0) shares.set(rest, (shares.get(rest) ?? 0) + left);
  return [...shares].map(([reason, count]) => ({ reason, count })).sort((a, b) => b.count - a.count);
};
