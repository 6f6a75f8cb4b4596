import { join } from 'node:path';
import { after } from 'node:test';
import { publishMonth } from '../../../src/collector/open-data/publish-month.ts';
import type { ResultEntry, ResultStore } from '../../../src/collector/result-store.ts';
import { openSqliteStore } from '../../../src/collector/sqlite-store.ts';
import { temporaryFolder } from '../temporary-folder.ts';

/** Long after the months of the tests. */
export const LATER = Date.parse('2026-11-22T03:00:00Z');

/** A store of its own with these results. */
export const storeOf = async (entries: readonly ResultEntry[]): Promise<ResultStore> => {
  const store = await openSqliteStore(join(temporaryFolder(), 'results.sqlite'));
  after(() => store.close());
  for (const entry of entries) await store.insert(entry);
  return store;
};

/** Publishes a month of a store, and answers where. */
export const published = async (store: ResultStore, month: string, outDir = temporaryFolder()): Promise<string> =>
  (await publishMonth(store, { month, outDir, licence: 'CC-BY-4.0', now: LATER })).folder;
