import type { Handler } from 'hono';
import { describeRoute } from 'hono-openapi';
import * as v from 'valibot';
import { MonthSchema } from '../protocol/period.ts';
import { PROVINCE_CODES } from '../protocol/province.ts';
import { ReportSchema } from '../protocol/report.ts';
import type { CollectorParts } from './app.ts';
import { ProblemError } from './problem.ts';
import { readReport, readReportQuery } from './read-report.ts';
import { reportCsv } from './report-page/report-csv.ts';
import { reportIdiomOf } from './report-page/report-idiom.ts';
import { bodyOf, parameter, problems } from './route-doc.ts';
import { chooseLanguage } from './shared-page/language.ts';

export const getReportDoc = describeRoute({
  summary: 'What a province’s deployment did in a month: samples, sites, kiosks, and the funnel with its losses',
  parameters: [
    parameter('path', 'province', {
      schema: v.string(),
      description: `Code of ${PROVINCE_CODES}; with .csv behind it the same as a table for Excel`,
    }),
    parameter('query', 'month', { schema: MonthSchema, description: 'YYYY-MM; the running month without it' }),
    parameter('query', 'lang', {
      schema: v.picklist(['vi', 'en']),
      description: 'Of the table: without it the browser’s language, Vietnamese for every other one',
    }),
  ],
  responses: {
    200: {
      description: 'The report',
      content: { ...bodyOf('Report', ReportSchema), 'text/csv': { schema: { type: 'string' } } },
    },
    304: { description: 'Still what If-None-Match names' },
    ...problems({
      400: 'The month is none, or lies ahead',
      404: 'There is no such province',
      429: 'Too many requests from this network',
    }),
  },
});

const CSV = /\.csv$/;

/** `GET /v1/reports/{province}`, and the same with `.csv`. */
export const getReport =
  (parts: CollectorParts): Handler =>
  async (context) => {
    await parts.limiter.admit('read', context);
    const name = context.req.param('province') ?? '';
    const query = readReportQuery(name.replace(CSV, ''), context.req.query('month'), parts.now());
    if ('wrong' in query) throw new ProblemError(query.wrong === 'province' ? 404 : 400, `${query.message}.`);
    const report = await readReport(parts, query);
    if (!CSV.test(name)) return context.json(report);
    const idiom = reportIdiomOf(chooseLanguage(context.req.query('lang'), context.req.header('accept-language')));
    return context.body(reportCsv(report, idiom), 200, {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="i-speed-${query.province}-${query.month}.csv"`,
      vary: 'Accept-Language',
    });
  };
