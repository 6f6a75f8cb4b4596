import type { Access } from '../protocol/access.ts';
import type { SiteContext } from '../protocol/context.ts';
import { PROVINCE_CODES, type ProvinceCode } from '../protocol/province.ts';
import type { Layout, LossReason, VisitStep } from '../protocol/visit.ts';
import type { TestCount, TestFate, VisitCount } from './funnel-store.ts';

/** Province and month first: they say where a row is kept. Unknown is '' and 0, as in the cells. */
export interface PlaceColumns {
  readonly province: string;
  readonly month: string;
  readonly province_codes: string;
}

/** A row of the table `visit_counts`; without a reason, those that took the step. */
export interface VisitCountRow extends PlaceColumns {
  readonly site: string;
  readonly version: string;
  readonly layout: string;
  readonly step: string;
  readonly reason: string;
  readonly visits: number;
  readonly last_at: string;
}

/** A row of the table `test_counts`. */
export interface TestCountRow extends PlaceColumns {
  readonly context: string;
  readonly site: string;
  readonly attributed: number;
  readonly version: string;
  readonly access: string;
  readonly asn: number;
  readonly fate: string;
  readonly tests: number;
  readonly sourced: number;
  readonly last_at: string;
}

export const VISIT_KEY = [
  'province',
  'month',
  'province_codes',
  'site',
  'version',
  'layout',
  'step',
  'reason',
] as const;
export const TEST_KEY = [
  'province',
  'month',
  'province_codes',
  'context',
  'site',
  'attributed',
  'version',
  'access',
  'asn',
  'fate',
] as const;

const placeOf = ({ province, month, lastAt }: VisitCount | TestCount) => ({
  province: province ?? '',
  month,
  province_codes: province === null ? '' : PROVINCE_CODES,
  last_at: lastAt,
});

export const visitRowOf = (count: VisitCount): VisitCountRow => {
  const { site, version, layout, step, reason, visits } = count;
  return { ...placeOf(count), site, version, layout, step, reason: reason ?? '', visits };
};

export const testRowOf = (count: TestCount): TestCountRow => {
  const { context, site, attributed, version, access, asn, fate, tests, sourced } = count;
  return {
    ...placeOf(count),
    ...{ context, site: site ?? '', attributed: attributed ? 1 : 0, version: version ?? '' },
    ...{ access: access ?? '', asn: asn ?? 0, fate, tests, sourced },
  };
};

// What follows was written by the functions above, from values of these types. `province`: whose rows they are, whatever code they have.

export const visitOf = (
  { layout, step, reason, last_at, ...row }: VisitCountRow,
  province: ProvinceCode,
): VisitCount => ({
  province: row.province === '' ? null : province,
  month: row.month,
  site: row.site,
  version: row.version,
  layout: layout as Layout,
  step: step as VisitStep,
  reason: reason === '' ? null : (reason as LossReason),
  visits: row.visits,
  lastAt: last_at,
});

export const testOf = (
  { context, access, fate, last_at, ...row }: TestCountRow,
  province: ProvinceCode,
): TestCount => ({
  province: row.province === '' ? null : province,
  month: row.month,
  context: context as SiteContext,
  site: row.site === '' ? null : row.site,
  attributed: row.attributed === 1,
  version: row.version === '' ? null : row.version,
  access: access === '' ? null : (access as Access),
  asn: row.asn === 0 ? null : row.asn,
  fate: fate as TestFate,
  tests: row.tests,
  sourced: row.sourced,
  lastAt: last_at,
});
