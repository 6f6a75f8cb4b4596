import type { Handler } from 'hono';
import { describeRoute } from 'hono-openapi';
import { PROVINCE_CODES } from '../protocol/province.ts';
import { type Cell, type Statistics, StatisticsSchema } from '../protocol/statistics.ts';
import { mergeTallies } from '../statistics/merge-tallies.ts';
import { suppress } from '../statistics/suppress.ts';
import { cellOf, type Tally } from '../statistics/tally.ts';
import type { CollectorParts } from './app.ts';
import { groupBy } from './group-by.ts';
import { bodyOf, problems } from './route-doc.ts';
import { readStatisticsQuery, statisticsParameters } from './statistics-query.ts';

export const getStatisticsDoc = describeRoute({
  summary: 'Figures by province and period, and of the country, how sure they are, and whether they may be published',
  parameters: statisticsParameters,
  responses: {
    200: { description: 'The figures', content: bodyOf('Statistics', StatisticsSchema) },
    304: { description: 'Still what If-None-Match names' },
    ...problems({ 400: 'A filter is wrong; the detail says which', 429: 'Too many requests from this network' }),
  },
});

/** `GET /v1/statistics`. */
export const getStatistics =
  ({ store, limiter }: CollectorParts): Handler =>
  async (context) => {
    await limiter.admit('read', context);
    const { filter, period } = readStatisticsQuery(context.req.query());
    const { province } = filter;
    // The country is told beside a province, too: what it is to be compared with.
    const [tallies, simulated] = await Promise.all([store.tallies({ ...filter, province: null }), store.isSimulated()]);
    const wanted = province === null ? tallies : tallies.filter((tally) => tally.province === province);
    const statistics: Statistics = {
      provinceCodes: PROVINCE_CODES,
      simulated,
      cells: (period === null ? wanted : byProvince(wanted, period)).map(publish),
      country: ofCountry(tallies, period).map(publish),
    };
    return context.json(statistics);
  };

const publish = (tally: Tally): Cell => suppress(cellOf(tally));

const byProvince = (tallies: readonly Tally[], period: string): Tally[] =>
  [...groupBy(tallies, (tally) => tally.province)]
    .map(([province, parts]) => mergeTallies(parts, { province, period }))
    .sort((a, b) => (a.province! < b.province! ? -1 : 1));

const ofCountry = (tallies: readonly Tally[], period: string | null): Tally[] =>
  [...groupBy(tallies, (tally) => period ?? tally.period)].map(([each, parts]) =>
    mergeTallies(parts, { province: null, period: each }),
  );
