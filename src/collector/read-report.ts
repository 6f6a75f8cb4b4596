import * as v from 'valibot';
import { MonthSchema } from '../protocol/period.ts';
import { type ProvinceCode, ProvinceCodeSchema } from '../protocol/province.ts';
import type { Report } from '../protocol/report.ts';
import type { CollectorParts } from './app.ts';
import { reportOf } from './report/report-of.ts';
import { monthBefore, vietnamDay } from './vietnam-calendar.ts';

/** What a report's address asks for; `wrong` names what it got wrong. */
export type ReportQuery =
  | { readonly province: ProvinceCode; readonly month: string }
  | { readonly wrong: 'province' | 'month'; readonly message: string };

/** Which month an address asks for: the running one without a word, and none that lies ahead. */
export const readMonth = (asked: string | undefined, now: number): { month: string } | { message: string } => {
  const running = vietnamDay(new Date(now).toISOString()).slice(0, 7);
  if (asked === undefined) return { month: running };
  const month = v.safeParse(MonthSchema, asked);
  if (!month.success) return { message: month.issues[0].message };
  return month.output > running
    ? { message: `month ${asked} lies ahead; ${running} is the running one` }
    : { month: asked };
};

export const readReportQuery = (province: string | undefined, asked: string | undefined, now: number): ReportQuery => {
  const code = v.safeParse(ProvinceCodeSchema, province);
  if (!code.success) return { wrong: 'province', message: code.issues[0].message };
  const read = readMonth(asked, now);
  return 'message' in read ? { wrong: 'month', ...read } : { province: code.output, month: read.month };
};

/** A province's report, from counts that were kept with the results: no number of results makes it slower. */
export const readReport = async (
  { store, sites, operators, now }: Pick<CollectorParts, 'store' | 'sites' | 'operators' | 'now'>,
  { province, month }: { readonly province: ProvinceCode; readonly month: string },
): Promise<Report> => {
  const own = sites.ofProvince(province);
  const [counts, simulated, ...kiosks] = await Promise.all([
    store.readCounts({ province, month, sites: own.map(({ id }) => id) }),
    store.isSimulated(),
    ...own.flatMap(({ id }) => [store.kiosks(id, monthBefore(month)), store.kiosks(id, month)]),
  ]);
  return reportOf({
    province,
    month,
    today: vietnamDay(new Date(now()).toISOString()),
    sites: own,
    counts,
    kiosks: kiosks.flat(),
    simulated,
    operatorOf: (asn) => operators.ownerOf(asn, month)?.name ?? `AS${asn}`,
  });
};
