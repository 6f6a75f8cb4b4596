import type { ResultStore } from '../../../src/collector/result-store.ts';

/** Hands an empty store over, and closes it whatever comes. */
export type WithStore = (use: (store: ResultStore) => Promise<void>) => Promise<void>;

export const withStoreOf =
  (open: () => Promise<ResultStore>): WithStore =>
  async (use) => {
    const store = await open();
    try {
      await use(store);
    } finally {
      await store.close();
    }
  };
