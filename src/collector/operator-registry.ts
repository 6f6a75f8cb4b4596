import type { AsnSpan, Operator } from '../protocol/operator.ts';
import { monthAfter, monthBefore } from './vietnam-calendar.ts';

/** Which AS numbers are whose, month by month. Looked up when figures are read: a corrected table corrects the history. */
export interface OperatorRegistry {
  readonly published: readonly Operator[];
  /** Where its lines are; null where there is no operator of that id. */
  readonly networksOf: (id: string) => readonly AsnSpan[] | null;
  /** Where the lines are of whoever has this number, month by month; of the number alone in the months in which nobody has it. */
  readonly networksAround: (asn: number) => readonly AsnSpan[];
  /** By id or name, as people write them; null where neither is here. */
  readonly named: (text: string) => Operator | null;
}

export const createOperatorRegistry = (published: readonly Operator[]): OperatorRegistry => ({
  published,
  networksOf: (id) => published.find((operator) => operator.id === id)?.asns ?? null,
  networksAround: (asn) => {
    const owned = published.flatMap(({ asns }) =>
      asns.filter((span) => span.asn === asn).map((span) => ({ span, asns })),
    );
    return [
      ...owned.flatMap(({ span, asns }) => asns.flatMap((other) => overlapOf(other, span) ?? [])),
      ...gapsBetween(owned.map(({ span }) => span)).map((gap) => ({ asn, ...gap })),
    ];
  },
  named: (text) => published.find(({ id, name }) => [id, name].some((known) => isSame(known, text))) ?? null,
});

/** Whether one of the spans is this number's in this month. */
export const hasAsn = (spans: readonly AsnSpan[], asn: number, month: string): boolean =>
  spans.some((span) => span.asn === asn && overlapOf(span, { from: month, to: month }) !== null);

type Months = Pick<AsnSpan, 'from' | 'to'>;

const FIRST = '0000-01';
const LAST = '9999-12';

/** The part of a span that lies in some months; null where none does. */
export const overlapOf = (span: AsnSpan, months: Months): AsnSpan | null => {
  const from = (span.from ?? FIRST) > (months.from ?? FIRST) ? span.from : months.from;
  const to = (span.to ?? LAST) < (months.to ?? LAST) ? span.to : months.to;
  return (from ?? FIRST) <= (to ?? LAST) ? { asn: span.asn, from, to } : null;
};

/** The months in none of the spans, which do not overlap. */
const gapsBetween = (spans: readonly Months[]): Months[] => {
  const gaps: Months[] = [];
  let next: string | null = FIRST;
  for (const { from, to } of [...spans].sort((a, b) => ((a.from ?? FIRST) < (b.from ?? FIRST) ? -1 : 1))) {
    if (next !== null && next < (from ?? FIRST))
      gaps.push({ from: next === FIRST ? null : next, to: monthBefore(from!) });
    next = (to ?? LAST) === LAST ? null : monthAfter(to!);
  }
  return next === null ? gaps : [...gaps, { from: next === FIRST ? null : next, to: null }];
};

const isSame = (one: string, other: string): boolean => one.toLowerCase() === other.trim().toLowerCase();
