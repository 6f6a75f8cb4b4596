import type { Kysely } from 'kysely';
import type { StoredResult } from '../protocol/submission.ts';
import type { Tables } from './result-row.ts';
import type { KeptResult } from './result-store.ts';

/** Rows are read so many at a time: a result is about 1.5 kB. */
export const PAGE_ROWS = 2000;

/** A month's results in the order of their tests, page by page. */
export async function* readResults(
  database: Kysely<Tables>,
  month: string,
  pageRows = PAGE_ROWS,
): AsyncGenerator<KeptResult> {
  let last = '';
  for (;;) {
    const rows = await database
      .selectFrom('results')
      .select(['test_id', 'result', 'source_key', 'counted', 'validity', 'vote'])
      .where('month', '=', month)
      .where('test_id', '>', last)
      .orderBy('test_id')
      .limit(pageRows)
      .execute();
    for (const row of rows)
      yield {
        // Written by rowOf from a result that had passed its schema.
        result: JSON.parse(row.result) as Omit<StoredResult, 'receipt'>,
        hasSource: row.source_key !== null,
        isCounted: row.counted === 1,
        validity: row.validity,
        isVote: row.vote === 1,
      };
    if (rows.length < pageRows) return;
    last = rows.at(-1)!.test_id;
  }
}
