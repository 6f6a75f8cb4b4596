import { readFileSync } from 'node:fs';
import { openStore } from '../../src/collector/open-store.ts';
import type { ResultEntry } from '../../src/collector/result-store.ts';

/** `ENTRIES`: inserts all of a file's entries at once into the store of DATA_DIR or DATABASE_URL, revokes a point, and tells the outcomes. */
const store = await openStore({ dataDir: process.env['DATA_DIR']!, databaseUrl: process.env['DATABASE_URL'] || null });
const entries = JSON.parse(readFileSync(process.argv[2]!, 'utf8')) as ResultEntry[];
/** Who has waited too long for the others is refused, and comes again, as an outbox does. */
const insist = <Answer>(work: () => Promise<Answer>): Promise<Answer> => work().catch(() => insist(work));
const outcomes = await Promise.all(entries.map((entry) => insist(() => store.insert(entry))));
await insist(() => store.revoke('da-nang', '2026-01-01T00:00:00.000Z'));
await store.close();
process.stdout.write(JSON.stringify(outcomes));
