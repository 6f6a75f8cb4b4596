import type { Context, Handler } from 'hono';
import { describeRoute } from 'hono-openapi';
import * as v from 'valibot';
import { MonthSchema } from '../protocol/period.ts';
import { PROVINCE_CODES, type ProvinceCode } from '../protocol/province.ts';
import type { CollectorParts } from './app.ts';
import { readMonth, readReport, readReportQuery } from './read-report.ts';
import { missingReport } from './report-page/missing-report.ts';
import { provincesPage } from './report-page/provinces-page.ts';
import { reportIdiomOf } from './report-page/report-idiom.ts';
import { reportPage } from './report-page/report-page.ts';
import { REPORT_HEADERS } from './report-page/report-style.ts';
import { parameter, problems } from './route-doc.ts';
import { chooseLanguage } from './shared-page/language.ts';
import { vietnamMonth } from './vietnam-calendar.ts';

const PAGE = { 'text/html': { schema: { type: 'string' } } } as const;

const query = [
  parameter('query', 'month', { schema: MonthSchema, description: 'YYYY-MM; the running month without it' }),
  parameter('query', 'lang', {
    schema: v.picklist(['vi', 'en']),
    description: 'Without it the browser’s language, Vietnamese for every other one',
  }),
];

const answers = {
  200: { description: 'The page', content: PAGE },
  304: { description: 'Still what If-None-Match names' },
  ...problems({ 429: 'Too many requests from this network' }),
  400: { description: 'A page that says how a month is written', content: PAGE },
};

export const getReportPageDoc = describeRoute({
  summary: 'A province’s deployment report as a page for people, to print or to send',
  parameters: [
    parameter('path', 'province', { schema: v.string(), description: `Code of ${PROVINCE_CODES}` }),
    ...query,
  ],
  responses: { ...answers, 404: { description: 'A page that says what a code is', content: PAGE } },
});

export const getReportsPageDoc = describeRoute({
  summary: 'The list of all provinces’ deployment reports',
  parameters: query,
  responses: answers,
});

const idiomOf = (context: Context) =>
  reportIdiomOf(chooseLanguage(context.req.query('lang'), context.req.header('accept-language')));

/** `GET /reports/{province}`. */
export const getReportPage =
  (parts: CollectorParts): Handler =>
  async (context) => {
    await parts.limiter.admit('read', context);
    const idiom = idiomOf(context);
    const asked = readReportQuery(context.req.param('province'), context.req.query('month'), parts.now());
    if ('wrong' in asked)
      return context.html(missingReport(asked.wrong, idiom), asked.wrong === 'province' ? 404 : 400, REPORT_HEADERS);
    return context.html(reportPage(await readReport(parts, asked), idiom), 200, REPORT_HEADERS);
  };

/** `GET /reports/`. */
export const getReportsPage =
  ({ store, sites, limiter, now }: CollectorParts): Handler =>
  async (context) => {
    await limiter.admit('read', context);
    const idiom = idiomOf(context);
    const asked = readMonth(context.req.query('month'), now());
    if ('message' in asked) return context.html(missingReport('month', idiom), 400, REPORT_HEADERS);
    const { month } = asked;
    const [tallies, simulated] = await Promise.all([store.tallies({ month, province: null }), store.isSimulated()]);
    const votes = new Map<string | null, number>(tallies.map((tally) => [tally.province, tally.votes]));
    const shown = {
      month,
      isRunning: month === vietnamMonth(new Date(now()).toISOString()),
      simulated,
      votesOf: (province: ProvinceCode) => votes.get(province) ?? 0,
      sitesOf: (province: ProvinceCode) => sites.ofProvince(province).length,
    };
    return context.html(provincesPage(shown, idiom), 200, REPORT_HEADERS);
  };
