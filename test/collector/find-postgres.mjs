// Plain JavaScript: npm test asks before any package is there.
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** Debian keeps its versions side by side, outside of PATH. */
const DEBIAN = '/usr/lib/postgresql';

/** The folder of the newest PostgreSQL's programs here; null where there is none. */
export const findPostgres = () => {
  const versions = existsSync(DEBIAN) ? readdirSync(DEBIAN).sort((a, b) => Number(b) - Number(a)) : [];
  const folders = [...versions.map((version) => join(DEBIAN, version, 'bin')), ...process.env.PATH.split(':')];
  return (
    folders.find((folder) =>
      ['initdb', 'postgres', 'psql', 'pg_dump'].every((name) => existsSync(join(folder, name))),
    ) ?? null
  );
};
