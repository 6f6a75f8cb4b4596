import { setImmediate as nextTurn } from 'node:timers/promises';
import { type CompiledQuery, CompiledQuery as Query, type Kysely } from 'kysely';
import { SettingError } from '../node/environment.ts';
import { DRAW } from './draw-all.ts';
import type { FunnelCounts } from './funnel-store.ts';
import { testRowOf, visitRowOf } from './funnel-rows.ts';
import type { KioskDay } from './kiosk-day.ts';
import { rowOf as kioskRowOf } from './kiosk-table.ts';
import { hasMark, SIMULATED } from './marks-table.ts';
import { RECOUNT_FATES } from './recount-funnel.ts';
import { recount } from './recount.ts';
import { rowOf, type Tables } from './result-row.ts';
import type { ResultEntry } from './result-store.ts';
import type { Dialect } from './sql-store.ts';

/** Results that nobody measured, and what is told of their kiosks once all have been read. */
export interface Simulation {
  /** How it was made, in words; kept with the mark. */
  readonly told: string;
  readonly entries: Iterable<ResultEntry>;
  readonly kioskDays?: () => Iterable<KioskDay>;
  /** What pages and tickets told, too. */
  readonly counts?: () => FunnelCounts;
  readonly onProgress?: (stored: number) => void;
}

/** Rows of one statement: with 36 columns far below SQLite's 32,766 parameters and PostgreSQL's 65,535. */
const ROWS_A_STATEMENT = 200;

/** Rows of one transaction: a commit costs a flush, and other writers wait no longer than it takes. */
const ROWS_A_TRANSACTION = 20_000;

interface Filling {
  /** A transaction that is the only writer. */
  readonly alone: <Answer>(work: (connection: Kysely<Tables>) => Promise<Answer>) => Promise<Answer>;
  readonly openMonth: Dialect['openMonth'];
}

/**
 * Brings many simulated results in at once: without votes first, which are then drawn and counted as a migration does it. Marks the store
 * before anything else, so that a run that is cut short leaves no results that look real; run again, it goes on.
 */
export const fillSimulated = async (
  { alone, openMonth }: Filling,
  { told, entries, kioskDays, counts, onProgress }: Simulation,
): Promise<void> => {
  await alone((connection) => markSimulated(connection, told));
  let stored = 0;
  for (const batch of inBatches(entries, ROWS_A_TRANSACTION)) {
    const rows = batch.map(rowOf);
    for (const month of new Set(rows.map((row) => row.month))) await openMonth?.(month);
    await alone((connection) => insertAll(connection, 'results', rows));
    onProgress?.((stored += rows.length));
    await nextTurn(); // libsql gives a statement's memory back between turns of the event loop only
  }
  await alone(async (connection) => {
    await insertAll(connection, 'kiosk_days', [...(kioskDays?.() ?? [])].map(kioskRowOf));
    const { visits, tests } = counts?.() ?? { visits: [], tests: [] };
    await insertAll(connection, 'visit_counts', visits.map(visitRowOf));
    await insertAll(connection, 'test_counts', tests.map(testRowOf));
    for (const statement of DRAW) await connection.executeQuery(Query.raw(statement));
    await recount(connection);
    for (const statement of RECOUNT_FATES) await connection.executeQuery(Query.raw(statement));
  });
};

/** Says of a store that nobody measured what it holds. A {@link SettingError} where somebody did: that would be lost among the rest. */
export const markSimulated = async (connection: Kysely<Tables>, told: string): Promise<void> => {
  if (await hasMark(connection, SIMULATED)) return;
  const real = await connection.selectFrom('results').select('test_id').limit(1).executeTakeFirst();
  if (real !== undefined)
    throw new SettingError(
      'The store holds real results. Simulate into an empty one: another folder, or another database.',
    );
  await connection.insertInto('marks').values({ name: SIMULATED, value: told }).execute();
};

/** What is stored already, of an earlier run, stays. */
const insertAll = async <Table extends 'results' | 'kiosk_days' | 'visit_counts' | 'test_counts'>(
  connection: Kysely<Tables>,
  table: Table,
  rows: readonly Tables[Table][],
): Promise<void> => {
  // Compiled once: making the same text anew for each batch would take longer than the database does.
  let whole: CompiledQuery | null = null;
  for (const batch of inBatches(rows, ROWS_A_STATEMENT)) {
    const compile = () =>
      connection
        .insertInto(table)
        .values(batch as never)
        .onConflict((conflict) => conflict.doNothing())
        .compile();
    const query = batch.length === ROWS_A_STATEMENT ? (whole ??= compile()) : compile();
    await connection.executeQuery(
      Query.raw(
        query.sql,
        batch.flatMap((row): unknown[] => Object.values(row)),
      ),
    );
  }
};

const inBatches = function* <Item>(items: Iterable<Item>, size: number): Generator<Item[]> {
  let batch: Item[] = [];
  for (const item of items) {
    if (batch.push(item) < size) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
};
