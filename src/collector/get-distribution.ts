import type { Handler } from 'hono';
import { describeRoute } from 'hono-openapi';
import { type Bar, type Distribution, DistributionSchema, MIN_CELL_VOTES } from '../protocol/statistics.ts';
import { filledBins, type Histogram, lowerEdge, upperEdge } from '../statistics/histogram.ts';
import { mergeTallies } from '../statistics/merge-tallies.ts';
import type { CollectorParts } from './app.ts';
import { tagged } from './entity-tag.ts';
import { ProblemError } from './problem.ts';
import { bodyOf, problems } from './route-doc.ts';
import { readStatisticsQuery, statisticsParameters } from './statistics-query.ts';

export const getDistributionDoc = describeRoute({
  summary: 'How the votes of a province, or of the country, are spread: the histograms that its figures are read from',
  parameters: statisticsParameters,
  responses: {
    200: { description: 'The bars', content: bodyOf('Distribution', DistributionSchema) },
    304: { description: 'Still what If-None-Match names' },
    ...problems({ 400: 'A filter is wrong; the detail says which', 429: 'Too many requests from this network' }),
  },
});

/** `GET /v1/statistics/distribution`. */
export const getDistribution =
  ({ store, operators, limiter }: CollectorParts): Handler =>
  async (context) => {
    await limiter.admit('read', context);
    const query = context.req.query();
    if (query['by'] !== undefined || query['commune'] !== undefined)
      throw new ProblemError(
        400,
        'commune: histograms are told of provinces and of the country. Leave out by and commune.',
      );
    const { filter, period } = readStatisticsQuery(query, { operators });
    const { province } = filter;
    const { votes, histograms } = mergeTallies(await store.tallies(filter), { province, period: period ?? '' });
    const suppressed = votes < MIN_CELL_VOTES;
    const barsOf = (histogram: Histogram) => (suppressed ? [] : filledBins(histogram).map(barOf));
    const distribution: Distribution = {
      province,
      period: period ?? filter.month,
      count: votes,
      suppressed,
      download: barsOf(histograms.download),
      upload: barsOf(histograms.upload),
      latency: barsOf(histograms.latency),
    };
    return tagged(context, distribution);
  };

const barOf = ({ bin, votes }: ReturnType<typeof filledBins>[number]): Bar => ({
  low: lowerEdge(bin),
  high: upperEdge(bin),
  votes,
});
