import type { Kysely } from 'kysely';
import type { StoredResult } from '../protocol/submission.ts';
import type { Tables } from './result-row.ts';

const BATCH = 1000;

/**
 * Copies what a result says of both families into columns. Not in SQL, because databases do not read JSON alike. A name stands in the
 * text of a result once: inside of a string its quotes would be escaped.
 */
export const backfillConnectTimes = async (database: Kysely<Tables>): Promise<void> => {
  for (let last = ''; ;) {
    const rows = await database
      .selectFrom('results')
      .select(['test_id', 'result'])
      .where('test_id', '>', last)
      .where('result', 'like', '%"connectMs_":%')
      .where('result', 'not like', '%"connectMs4":null,"connectMs6":null%')
      .orderBy('test_id')
      .limit(BATCH)
      .execute();
    for (const { test_id, result } of rows) {
      const { ipv6 } = JSON.parse(result) as Partial<StoredResult>;
      const { connectMs4 = null, connectMs6 = null } = ipv6 ?? {};
      await database
        .updateTable('results')
        .set({ ipv4_connect_ms: connectMs4, ipv6_connect_ms: connectMs6 })
        .where('test_id', '=', test_id)
        .execute();
    }
    if (rows.length < BATCH) return;
    last = rows.at(-1)!.test_id;
  }
};
