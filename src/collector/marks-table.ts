import type { Kysely } from 'kysely';
import type { Tables } from './result-row.ts';

/** A row of the table `marks`: what is true of the whole store. */
export interface MarkRow {
  readonly name: string;
  readonly value: string;
}

/** Set by whoever fills a store with results that nobody measured. */
export const SIMULATED = 'simulated';

export const hasMark = async (database: Kysely<Tables>, name: string): Promise<boolean> =>
  (await database.selectFrom('marks').select('name').where('name', '=', name).executeTakeFirst()) !== undefined;
