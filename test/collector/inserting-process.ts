import { openSqliteStore } from '../../src/collector/sqlite-store.ts';
import { entryWith } from './entries.ts';

/** `FILE COUNT`: opens the store and inserts results one after the other, writing each test id once it is acknowledged. */
const [file, count] = process.argv.slice(2);
const store = await openSqliteStore(file!);
for (let i = 0; i < Number(count); i++) {
  const entry = entryWith();
  await store.insert(entry);
  process.stdout.write(`${entry.result.testId}\n`);
}
await store.close();
