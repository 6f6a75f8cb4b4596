/** What to do about a server that does not let the collector in or work; null where that is not what went wrong. The password is never in it. */
export const connectionComplaint = (error: unknown, url: string): string | null => {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const { host, username, pathname } = new URL(url);
  const database = decodeURIComponent(pathname.slice(1)) || username;
  const role = decodeURIComponent(username);
  if (UNREACHABLE.includes(code) || /timeout/i.test(messageOf(error)))
    return `DATABASE_URL: no PostgreSQL answers at ${host || 'the local socket'} (${code || messageOf(error)}). Start it, or correct the address.`;
  switch (code) {
    case '28P01': // invalid_password
    case '28000': // invalid_authorization_specification
      return `DATABASE_URL: PostgreSQL at ${host} does not let "${role}" in. Check user and password, and pg_hba.conf.`;
    case '3D000': // invalid_catalog_name
      return `DATABASE_URL: PostgreSQL at ${host} has no database "${database}". Make it: createdb --owner=${role} ${database}`;
    case '42501': // insufficient_privilege
      return `DATABASE_URL: "${role}" may not make tables in "${database}". Make it the owner: alter database ${database} owner to ${role}`;
    default:
      return null;
  }
};

const UNREACHABLE: readonly string[] = [
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ENOENT',
  'EHOSTUNREACH',
  'ETIMEDOUT',
  '57P03',
];

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
