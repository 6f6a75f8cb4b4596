import type { Handler } from 'hono';
import { describeRoute } from 'hono-openapi';
import * as v from 'valibot';
import { CommuneCodeSchema } from '../protocol/commune.ts';
import type { AsnSpan } from '../protocol/operator.ts';
import { type Figures, type Progress, ProgressSchema, VOTES_NEEDED } from '../protocol/progress.ts';
import { PROVINCE_CODES, ProvinceCodeSchema } from '../protocol/province.ts';
import type { Cell } from '../protocol/statistics.ts';
import { cellOf } from '../statistics/tally.ts';
import { COMMUNE_THRESHOLDS } from '../statistics/verdict.ts';
import type { CollectorParts } from './app.ts';
import { AsnQuerySchema } from './asn-query.ts';
import { checkShape } from './check-shape.ts';
import { tagged } from './entity-tag.ts';
import { ProblemError } from './problem.ts';
import type { StatisticsFilter } from './result-store.ts';
import { bodyOf, parameter, problems } from './route-doc.ts';
import { monthBefore, vietnamMonth } from './vietnam-calendar.ts';

const QuerySchema = v.object({ asn: v.optional(AsnQuerySchema), commune: v.optional(CommuneCodeSchema) });

export const getProgressDoc = describeRoute({
  summary: 'How many votes a province has this month, how many it lacks, and what a result there can be compared with',
  parameters: [
    parameter('path', 'province', { schema: ProvinceCodeSchema, description: `Code of ${PROVINCE_CODES}` }),
    parameter('query', 'asn', {
      schema: v.pipe(v.number(), v.integer()),
      description: 'Of this operator, too: an AS number, which stands for all that its operator has in that month',
    }),
    parameter('query', 'commune', {
      schema: CommuneCodeSchema,
      description: 'Of this commune of the province, too: how many votes it has and lacks',
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
  ({ store, operators, communes, limiter, now }: CollectorParts): Handler =>
  async (context) => {
    await limiter.admit('read', context);
    const province = v.safeParse(ProvinceCodeSchema, context.req.param('province'));
    if (!province.success) throw new ProblemError(404, `${province.issues[0].message}.`);
    const { asn, commune } = checkShape(QuerySchema, context.req.query(), 400);
    const month = vietnamMonth(new Date(now()).toISOString());
    const readCell = async (filter: Omit<StatisticsFilter, 'province'>) =>
      (await store.tallies({ ...filter, province: province.output })).map(cellOf)[0] ?? null;
    /** Of this month or the last one, whichever is the newest that has enough votes. */
    const newest = async (running: Cell | null, of: Pick<StatisticsFilter, 'asns'> = {}) =>
      figuresOf(running) ?? figuresOf(await readCell({ ...of, month: monthBefore(month) }));

    const operatorFigures = async (asns: readonly AsnSpan[]) => newest(await readCell({ month, asns }), { asns });

    const communeProgress = async (code: string): Promise<Progress['commune']> => {
      const known = communes.find(code);
      if (known?.province !== province.output)
        throw new ProblemError(400, `commune: the list has no commune ${code} in ${province.output}.`);
      const [tally] = await store.tallies({ month, province: null, communes: [code] });
      return { code, name: known.name, ...lacks(tally?.votes ?? 0, COMMUNE_THRESHOLDS.votes) };
    };

    const running = await readCell({ month });
    const progress: Progress = {
      provinceCodes: PROVINCE_CODES,
      province: province.output,
      month,
      ...lacks(running?.count ?? 0, VOTES_NEEDED),
      figures: await newest(running),
      operator: asn === undefined ? null : { asn, figures: await operatorFigures(operators.networksAround(asn)) },
      ...(commune !== undefined && { commune: await communeProgress(commune) }),
    };
    return tagged(context, progress);
  };

const lacks = (votes: number, needed: number) => ({ votes, needed, missing: Math.max(needed - votes, 0) });

/** A cell's figures, once it has enough votes. */
export const figuresOf = (cell: Cell | null): Figures | null => {
  if (!cell || cell.count < VOTES_NEEDED) return null;
  const { period, count, medianDownloadBitsPerSecond, medianUploadBitsPerSecond, medianLatencyMs } = cell;
  if (medianDownloadBitsPerSecond === null || medianUploadBitsPerSecond === null || medianLatencyMs === null)
    return null;
  return { month: period, votes: count, medianDownloadBitsPerSecond, medianUploadBitsPerSecond, medianLatencyMs };
};
