import type { Handler } from 'hono';
import { describeRoute } from 'hono-openapi';
import type { Commune } from '../protocol/commune.ts';
import { PROVINCE_CODES } from '../protocol/province.ts';
import { type Cell, type Statistics, StatisticsSchema } from '../protocol/statistics.ts';
import { mergeTallies } from '../statistics/merge-tallies.ts';
import { suppress } from '../statistics/suppress.ts';
import { cellBy, cellOf, type Tally } from '../statistics/tally.ts';
import { COMMUNE_THRESHOLDS } from '../statistics/verdict.ts';
import type { CollectorParts } from './app.ts';
import { communesParameters, readCommunesQuery } from './communes-query.ts';
import { tagged } from './entity-tag.ts';
import { groupBy } from './group-by.ts';
import { bodyOf, problems } from './route-doc.ts';
import { readStatisticsQuery, statisticsParameters } from './statistics-query.ts';

export const getStatisticsDoc = describeRoute({
  summary: 'Figures by province and period, and of the country, how sure they are, and whether they may be published',
  parameters: [...statisticsParameters, ...communesParameters],
  responses: {
    200: { description: 'The figures', content: bodyOf('Statistics', StatisticsSchema) },
    304: { description: 'Still what If-None-Match names' },
    ...problems({ 400: 'A filter is wrong; the detail says which', 429: 'Too many requests from this network' }),
  },
});

/** `GET /v1/statistics`. */
export const getStatistics =
  ({ store, operators, communes, limiter }: CollectorParts): Handler =>
  async (context) => {
    await limiter.admit('read', context);
    const { filter, period, isCountryAlone } = readStatisticsQuery(context.req.query(), { operators });
    const { province, codes = PROVINCE_CODES } = filter;
    const asked = readCommunesQuery(context.req.query(), filter, communes);
    const [tallies, simulated] = await Promise.all([
      store.tallies(asked ? { ...filter, communes: asked.map(({ code }) => code) } : filter),
      store.isSimulated(),
    ]);
    const byPlace = inPeriod(tallies, period);
    const statistics: Statistics = {
      provinceCodes: codes,
      simulated,
      cells: isCountryAlone ? [] : byPlace.map(asked ? (tally) => publishCommune(tally, asked) : publish),
      country: province === null && !asked ? ofCountry(byPlace).map(publish) : [],
    };
    return tagged(context, statistics);
  };

const publish = (tally: Tally): Cell => suppress(cellOf(tally));

const communeCell = cellBy(COMMUNE_THRESHOLDS);

/** A tally of one of these communes, which has the commune's code for a province's. */
const publishCommune = (tally: Tally, communes: readonly Commune[]): Cell => {
  const { code, name, province } = communes.find((commune) => commune.code === tally.province)!;
  return { ...suppress(communeCell(tally)), province, commune: { code, name } };
};

/** One tally an area for the whole of a period; null leaves each month to itself. */
const inPeriod = (tallies: readonly Tally[], period: string | null): readonly Tally[] =>
  period === null
    ? tallies
    : [...groupBy(tallies, (tally) => tally.province)]
        .map(([province, parts]) => mergeTallies(parts, { province, period }))
        .sort((a, b) => (a.province! < b.province! ? -1 : 1));

const ofCountry = (tallies: readonly Tally[]): Tally[] =>
  [...groupBy(tallies, ({ period }) => period)].map(([period, parts]) =>
    mergeTallies(parts, { province: null, period }),
  );
