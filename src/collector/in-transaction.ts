import { type Kysely, sql } from 'kysely';

/** Runs a writer's work on a connection of its own, between `begin`, which is the database's own way to take turns, and commit. */
export const inTransaction = <Tables, Answer>(
  database: Kysely<Tables>,
  begin: string,
  work: (connection: Kysely<Tables>) => Promise<Answer>,
): Promise<Answer> =>
  database.connection().execute(async (connection) => {
    const run = (statement: string) => sql.raw(statement).execute(connection);
    try {
      await run(begin);
      const answer = await work(connection);
      await run('commit');
      return answer;
    } catch (error) {
      await run('rollback').catch(() => {}); // where the connection itself is gone, the first error says so
      throw error;
    }
  });
