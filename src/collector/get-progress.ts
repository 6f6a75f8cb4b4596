import type { Handler } from 'hono';
import { describeRoute } from 'hono-openapi';
import * as v from 'valibot';
import { asnsOfOperator } from '../node/networks.ts';
import { type Figures, type Progress, ProgressSchema, VOTES_NEEDED } from '../protocol/progress.ts';
import { PROVINCE_CODES, ProvinceCodeSchema } from '../protocol/province.ts';
import type { Cell } from '../protocol/statistics.ts';
import { cellOf } from '../statistics/tally.ts';
import type { CollectorParts } from './app.ts';
import { AsnQuerySchema } from './asn-query.ts';
import { checkShape } from './check-shape.ts';
import { ProblemError } from './problem.ts';
import type { StatisticsFilter } from './result-store.ts';
import { bodyOf, parameter, problems } from './route-doc.ts';
import { monthBefore, vietnamMonth } from './vietnam-calendar.ts';

const QuerySchema = v.object({ asn: v.optional(AsnQuerySchema) });

export const getProgressDoc = describeRoute({
  summary: 'How many votes a province has this month, how many it lacks, and what a result there can be compared with',
  parameters: [
    parameter('path', 'province', { schema: ProvinceCodeSchema, description: `Code of ${PROVINCE_CODES}` }),
    parameter('query', 'asn', {
      schema: v.pipe(v.number(), v.integer()),
      description: 'Of this operator, too: an AS number, which stands for all of the same operator',
    }),
  ],
  responses: {
    200: { description: 'The progress', content: bodyOf('Progress', ProgressSchema) },
    304: { description: 'Still what If-None-Match names' },
    ...problems({
      400: 'The filter is wrong; the detail says how',
      404: 'There is no such province',
      429: 'Too many requests from this network',
    }),
  },
});

/** `GET /v1/provinces/{province}/progress`. */
export const getProgress =
  ({ store, limiter, now }: CollectorParts): Handler =>
  async (context) => {
    await limiter.admit('read', context);
    const province = v.safeParse(ProvinceCodeSchema, context.req.param('province'));
    if (!province.success) throw new ProblemError(404, `${province.issues[0].message}.`);
    const { asn } = checkShape(QuerySchema, context.req.query(), 400);
    const month = vietnamMonth(new Date(now()).toISOString());
    const readCell = async (filter: Omit<StatisticsFilter, 'province'>) =>
      (await store.tallies({ ...filter, province: province.output })).map(cellOf)[0] ?? null;
    /** Of this month or the last one, whichever is the newest that has enough votes. */
    const newest = async (running: Cell | null, of: Pick<StatisticsFilter, 'asns'> = {}) =>
      figuresOf(running) ?? figuresOf(await readCell({ ...of, month: monthBefore(month) }));

    const operatorFigures = async (asns: readonly number[]) => newest(await readCell({ month, asns }), { asns });

    const running = await readCell({ month });
    const votes = running?.count ?? 0;
    const progress: Progress = {
      provinceCodes: PROVINCE_CODES,
      province: province.output,
      month,
      votes,
      needed: VOTES_NEEDED,
      missing: Math.max(VOTES_NEEDED - votes, 0),
      figures: await newest(running),
      operator: asn === undefined ? null : { asn, figures: await operatorFigures(asnsOfOperator(asn)) },
    };
    return context.json(progress);
  };

/** A cell's figures, once it has enough votes. */
export const figuresOf = (cell: Cell | null): Figures | null => {
  if (!cell || cell.count < VOTES_NEEDED) return null;
  const { period, count, medianDownloadBitsPerSecond, medianUploadBitsPerSecond, medianLatencyMs } = cell;
  if (medianDownloadBitsPerSecond === null || medianUploadBitsPerSecond === null || medianLatencyMs === null)
    return null;
  return { month: period, votes: count, medianDownloadBitsPerSecond, medianUploadBitsPerSecond, medianLatencyMs };
};
