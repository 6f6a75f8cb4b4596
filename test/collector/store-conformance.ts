import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { ResultStore } from '../../src/collector/result-store.ts';
import { itFiltersFigures } from './store-conformance/filtered-figures.ts';
import { itGivesFigures } from './store-conformance/figures.ts';
import { itCountsTheFunnel } from './store-conformance/funnel.ts';
import { itKeepsKiosks } from './store-conformance/kiosks.ts';
import { itKeepsResults } from './store-conformance/results.ts';
import { itForgetsRevokedVotes } from './store-conformance/revocations.ts';
import { itHoldsSimulatedResults } from './store-conformance/simulation.ts';
import { withStoreOf } from './store-conformance/with-store.ts';

/** What every {@link ResultStore} must do. `open` gives an empty one each time. */
export const describeResultStore = (name: string, open: () => Promise<ResultStore>): void => {
  describe(name, () => {
    const withStore = withStoreOf(open);
    itKeepsResults(withStore);
    itGivesFigures(withStore);
    itFiltersFigures(withStore);
    itForgetsRevokedVotes(withStore);
    itHoldsSimulatedResults(withStore);
    itCountsTheFunnel(withStore);
    itKeepsKiosks(withStore);

    it('answers a ping while it is open, and not once it is closed', async () => {
      const store = await open();
      await store.ping();
      await store.close();
      await assert.rejects(store.ping());
    });
  });
};
