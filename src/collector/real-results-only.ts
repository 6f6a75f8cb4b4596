import type { MiddlewareHandler } from 'hono';
import type { CollectorParts } from './app.ts';
import { ProblemError } from './problem.ts';

/**
 * Lets nobody's test into a store of simulated results: it would be lost among them, and what is told of them would no longer be true. A
 * collector that was started to be simulated takes what comes, because all of it is.
 */
export const realResultsOnly =
  ({ store, simulated }: Pick<CollectorParts, 'store' | 'simulated'>): MiddlewareHandler =>
  async (_context, next) => {
    if (!simulated && (await store.isSimulated()))
      throw new ProblemError(409, 'This collector shows simulated results and takes no real ones.');
    await next();
  };
