import { PROVINCES, type ProvinceCode } from '../protocol/province.ts';
import { isPeriod } from './periods.ts';

/** Fixed and mobile lines are figures of their own; `all` is both, which no figure may pool. */
export const ACCESSES = ['fixed', 'mobile', 'all'] as const;
export type AccessChoice = (typeof ACCESSES)[number];

export const MEASURES = ['download', 'upload', 'latency', 'ipv6'] as const;
export type Measure = (typeof MEASURES)[number];

/** What somebody looks at. */
export interface Choices {
  /** `2026-09`, `2026-Q3` or `2026`; null is the newest month that is over. */
  readonly period: string | null;
  /** Null is the whole country. */
  readonly province: ProvinceCode | null;
  readonly access: AccessChoice;
  readonly measure: Measure;
}

/** The attributes as they stand; what is none of the values counts as left out. */
export const choicesOf = (attributes: Readonly<Record<keyof Choices, string | null | undefined>>): Choices => ({
  period: isPeriod(attributes.period ?? '') ? attributes.period! : null,
  province: PROVINCES.find(([code]) => code === attributes.province)?.[0] ?? null,
  access: ACCESSES.find((known) => known === attributes.access) ?? 'fixed',
  measure: MEASURES.find((known) => known === attributes.measure) ?? 'download',
});
