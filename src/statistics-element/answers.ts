import { COLLECTOR_PATHS } from '../protocol/endpoints.ts';
import type { WHOLE_COUNTRY } from '../protocol/statistics.ts';
import type { Choices } from './choices.ts';

/** What an answer must look like to be read (`is-like.ts`); what may be null is looked at where it is read. */
const CELL = {
  period: '',
  count: 0,
  verdict: { publishable: true, provisional: true, reasons: [{ code: '' }], needs: 0 },
};
const BARS = [{ low: 0, high: 0, votes: 0 }];
export const EXAMPLES = {
  periods: { months: [''] },
  statistics: { simulated: true, validityVersion: '', cells: [{ ...CELL, province: '' }], country: [CELL] },
  distribution: { count: 0, download: BARS, upload: BARS, latency: BARS },
} as const;

type Asked = Pick<Choices, 'access' | 'province'> & { readonly period: string };

const query = (parameters: Readonly<Record<string, string | null>>): string =>
  new URLSearchParams(
    Object.entries(parameters).filter((pair): pair is [string, string] => pair[1] !== null),
  ).toString();

/** Everything together is what no filter asks for. */
const accessOf = ({ access }: Pick<Choices, 'access'>) => (access === 'all' ? null : access);

/** All provinces and the country in one period. */
export const statisticsPath = (asked: Pick<Asked, 'access' | 'period'>): string =>
  `${COLLECTOR_PATHS.statistics}?${query({ period: asked.period, access: accessOf(asked) })}`;

/** Written again because its module brings the library of the schemas. */
const COUNTRY_ALONE: typeof WHOLE_COUNTRY = 'country';

/** The months of one province, or of the country without any: a year of all of them is half a megabyte. */
export const monthsPath = (asked: Pick<Asked, 'access' | 'province'>, from: string, to: string): string =>
  `${COLLECTOR_PATHS.statistics}?${query({ from, to, province: asked.province ?? COUNTRY_ALONE, access: accessOf(asked) })}`;

export const distributionPath = (asked: Asked): string =>
  `${COLLECTOR_PATHS.distribution}?${query({ period: asked.period, province: asked.province, access: accessOf(asked) })}`;
