import type { Context } from 'hono';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { log } from '../node/log.ts';
import { clientAddress, prefixOf } from './client-address.ts';
import { ProblemError } from './problem.ts';

/** So many requests of one kind in so many seconds. */
export interface Limit {
  readonly requests: number;
  readonly seconds: number;
}

/**
 * What one network may ask for. A carrier's NAT holds thousands of subscribers behind an address, a campaign day a hundred phones
 * behind a hall's: a line's limit is for those, the block's for whoever has many addresses. Reading is cheaper than writing.
 */
export const REQUEST_LIMITS = {
  /** `POST /v1/tests` */
  test: { line: { requests: 120, seconds: 600 }, block: { requests: 600, seconds: 600 } },
  /** `POST /v1/results`: every test once, and what waited in outboxes. */
  result: { line: { requests: 240, seconds: 600 }, block: { requests: 1200, seconds: 600 } },
  /** `GET /v1/results/…` and figures: shared links, not the whole collection. And heartbeats: three a minute are honest. */
  read: { line: { requests: 300, seconds: 60 }, block: { requests: 1500, seconds: 60 } },
  /** `POST /v1/kiosks/…`: 20 kiosks of a hall say 40 times in ten minutes that they are there. */
  kiosk: { line: { requests: 240, seconds: 600 }, block: { requests: 1200, seconds: 600 } },
  /** `POST /v1/visits`: every page that is left; a carrier's address may be a town's. It costs an addition in memory. */
  visit: { line: { requests: 3000, seconds: 600 }, block: { requests: 15_000, seconds: 600 } },
} as const satisfies Readonly<Record<string, Readonly<Record<'line' | 'block', Limit>>>>;

export type RequestKind = keyof typeof REQUEST_LIMITS;
export type RequestLimits = Readonly<Record<RequestKind, Readonly<Record<'line' | 'block', Limit>>>>;

export interface Limiter {
  /** Lets one request pass, or throws a 429 that says when the next one may come. */
  readonly admit: (kind: RequestKind, context: Context) => Promise<void>;
  /** The same for a site's tests of a day. */
  readonly admitSite: (site: string, testsPerDay: number) => Promise<void>;
}

const DAY_S = 86_400;

/**
 * Counts in this process's memory, and nowhere else: addresses are forgotten with their window. Each process of several counts by
 * itself.
 */
export const createLimiter = (limits: RequestLimits, proxyHops: number): Limiter => {
  const counterOf = (keyPrefix: string, { requests, seconds }: Limit) =>
    new RateLimiterMemory({ keyPrefix, points: requests, duration: seconds });
  const counters = (kind: RequestKind) => ({
    line: counterOf(`${kind} line`, limits[kind].line),
    block: counterOf(`${kind} block`, limits[kind].block),
  });
  const byKind = {
    test: counters('test'),
    result: counters('result'),
    read: counters('read'),
    kiosk: counters('kiosk'),
    visit: counters('visit'),
  };
  let warned = false;
  /** A forgotten PROXY_HOPS makes all visitors one network and one source: rather a line too many in the log than a month without votes. */
  const warnOfProxy = (context: Context) => {
    if (warned || proxyHops > 0 || context.req.header('x-forwarded-for') === undefined) return;
    warned = true;
    log('warn', 'requests carry X-Forwarded-For. Where a proxy of yours adds it, set PROXY_HOPS');
  };
  const bySite = new Map<number, RateLimiterMemory>();
  return {
    admit: async (kind, context) => {
      warnOfProxy(context);
      const address = clientAddress(context, proxyHops);
      if (address === null) return; // no network, no sender
      // The line first: what it has too much of must not use up its neighbours' block.
      for (const size of ['line', 'block'] as const)
        await consume(byKind[kind][size], prefixOf(address, size), 'Too many requests from this network.');
    },
    admitSite: async (site, testsPerDay) => {
      let counter = bySite.get(testsPerDay);
      if (!counter) bySite.set(testsPerDay, (counter = counterOf('site', { requests: testsPerDay, seconds: DAY_S })));
      await consume(counter, site, `The site ${site} has used up its ${testsPerDay} tests of the day.`);
    },
  };
};

const consume = async (counter: RateLimiterMemory, key: string, sentence: string): Promise<void> => {
  try {
    await counter.consume(key);
  } catch (refused) {
    if (!(refused instanceof RateLimiterRes)) throw refused;
    const seconds = Math.max(Math.ceil(refused.msBeforeNext / 1000), 1);
    throw new ProblemError(429, `${sentence} Try again in ${seconds} s.`, { 'retry-after': String(seconds) });
  }
};
