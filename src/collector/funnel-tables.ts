import { type Kysely, type SelectQueryBuilder, sql } from 'kysely';
import { PROVINCE_CODES } from '../protocol/province.ts';
import { areaOf, codesOf } from './area-codes.ts';
import {
  type PlaceColumns,
  TEST_KEY,
  testOf,
  testRowOf,
  type TestCountRow,
  VISIT_KEY,
  type VisitCountRow,
  visitOf,
  visitRowOf,
} from './funnel-rows.ts';
import type { FunnelCounts, FunnelStore, TestFate } from './funnel-store.ts';
import type { ResultRow, Tables } from './result-row.ts';

/** Rows of one statement: 14 columns each at most, and databases take no more than 32,766 parameters (SQLite). */
const BATCH = 500;

/** {@link FunnelStore} `addCounts`, for a writer that is alone. */
export const addCounts = async (connection: Kysely<Tables>, { visits, tests }: FunnelCounts): Promise<void> => {
  for (let i = 0; i < visits.length; i += BATCH)
    await addVisits(connection, visits.slice(i, i + BATCH).map(visitRowOf));
  for (let i = 0; i < tests.length; i += BATCH) await addTests(connection, tests.slice(i, i + BATCH).map(testRowOf));
};

const addVisits = async (connection: Kysely<Tables>, rows: readonly VisitCountRow[]): Promise<void> => {
  await connection
    .insertInto('visit_counts')
    .values(rows)
    .onConflict((conflict) =>
      conflict.columns(VISIT_KEY).doUpdateSet((eb) => ({
        visits: eb('visit_counts.visits', '+', eb.ref('excluded.visits')),
        last_at: eb.ref('excluded.last_at'),
      })),
    )
    .execute();
};

const addTests = async (connection: Kysely<Tables>, rows: readonly TestCountRow[]): Promise<void> => {
  await connection
    .insertInto('test_counts')
    .values(rows)
    .onConflict((conflict) =>
      conflict.columns(TEST_KEY).doUpdateSet((eb) => ({
        tests: eb('test_counts.tests', '+', eb.ref('excluded.tests')),
        sourced: eb('test_counts.sourced', '+', eb.ref('excluded.sourced')),
        // A vote that moves to another result is no newer sign of life.
        last_at: eb
          .case()
          .when('excluded.last_at', '>', eb.ref('test_counts.last_at'))
          .then(eb.ref('excluded.last_at'))
          .else(eb.ref('test_counts.last_at'))
          .end(),
      })),
    )
    .execute();
};

/** What the count of a stored result goes by. */
export const FATED_COLUMNS = [
  'month',
  'province',
  'province_codes',
  'context',
  'site',
  'attributed',
  'version',
  'access',
  'operator_asn',
  'source_key',
  'received_at',
] as const satisfies (keyof ResultRow)[];
export type FatedRow = Pick<ResultRow, (typeof FATED_COLUMNS)[number]>;

/** What a row's own columns say of its fate. */
export const fateOf = ({ vote, counted, loss }: Pick<ResultRow, 'vote' | 'counted' | 'loss'>): TestFate =>
  vote === 1 ? 'voted' : counted === 1 ? 'counted' : ((loss as TestFate | null) ?? 'not-valid');

/** Counts a stored result `times` times more under a fate; for a writer that is alone. Scheduled runs are nobody's. */
export const countFate = async (
  connection: Kysely<Tables>,
  row: FatedRow,
  fates: readonly (readonly [fate: TestFate, times: 1 | -1])[],
): Promise<void> => {
  if (row.context === 'monitor') return;
  await addTests(
    connection,
    fates.map(([fate, times]) => ({
      province: row.province ?? '',
      month: row.month,
      province_codes: row.province_codes ?? '',
      context: row.context,
      site: row.site ?? '',
      attributed: row.attributed,
      version: row.version ?? '',
      access: row.access ?? '',
      asn: row.operator_asn ?? 0,
      fate,
      tests: times,
      sourced: row.source_key === null ? 0 : times,
      last_at: row.received_at,
    })),
  );
};

/** {@link FunnelStore} `readCounts`. What was said in an older edition of the codes counts where it is today, as in the figures. */
export const readCounts = async (
  database: Kysely<Tables>,
  { province, month, sites }: Parameters<FunnelStore['readCounts']>[0],
): Promise<FunnelCounts> => {
  const codes = codesOf(province, PROVINCE_CODES);
  const isHere = (row: PlaceColumns) =>
    row.province === '' ||
    areaOf({ province: row.province, provinceCodes: row.province_codes }, PROVINCE_CODES) === province;
  const visitRows = () =>
    orderedBy(VISIT_KEY, database.selectFrom('visit_counts').selectAll().where('month', '=', month));
  const testRows = () => orderedBy(TEST_KEY, database.selectFrom('test_counts').selectAll().where('month', '=', month));
  const visits = await visitRows().where('province', 'in', codes).execute();
  const tests = await testRows().where('province', 'in', codes).execute();
  if (sites.length > 0) {
    visits.push(...(await visitRows().where('province', '=', '').where('site', 'in', sites).execute()));
    const ofSites = testRows().where('province', '=', '').where('site', 'in', sites);
    // A page that only says that it is the site may be anywhere.
    tests.push(...(await ofSites.where('attributed', '=', 1).execute()));
  }
  return {
    visits: visits.filter((row) => row.visits > 0 && isHere(row)).map((row) => visitOf(row, province)),
    tests: tests.filter((row) => row.tests > 0 && isHere(row)).map((row) => testOf(row, province)),
  };
};

const orderedBy = <Table extends 'visit_counts' | 'test_counts', Row>(
  key: readonly (keyof Tables[Table] & string)[],
  query: SelectQueryBuilder<Tables, Table, Row>,
): SelectQueryBuilder<Tables, Table, Row> => key.reduce((ordered, column) => ordered.orderBy(sql.ref(column)), query);
