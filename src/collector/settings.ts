import { statSync } from 'node:fs';
import { join } from 'node:path';
import { type Environment, integerSetting, SettingError, textSetting } from '../node/environment.ts';

/** How one collector runs. */
export interface Settings {
  readonly host: string;
  /** 0 takes a free one. */
  readonly port: number;
  /** Holds the key that signs tickets, and the results where there is no databaseUrl. */
  readonly dataDir: string;
  /** `postgres://…`, with a password in it: never to be logged. Null keeps the results in a file in dataDir. */
  readonly databaseUrl: string | null;
  readonly pointsFile: string;
  /** The embedding sites; null where none is registered. */
  readonly sitesFile: string | null;
  /** Which AS numbers are whose; null uses the table of Vietnamese operators. */
  readonly operatorsFile: string | null;
  /** The communes that results may name; null where there are none. */
  readonly communesFile: string | null;
  /** An MMDB of networks (GeoLite2-ASN, IPinfo Lite, DB-IP ASN Lite); null uses the small table of Vietnamese ones. */
  readonly networksFile: string | null;
  /** How many proxies of our own stand in front; 0 where browsers connect directly. */
  readonly proxyHops: number;
  /** Whether all that it takes is simulated; its store is marked so, and must hold nothing real. */
  readonly simulated: boolean;
  /** Static pages served at `/`; null serves none. */
  readonly pagesDir: string | null;
  /** The built element, served at `/dist/`; null serves none. */
  readonly distDir: string | null;
  /** Months that `npm run open-data` published, served at `/v1/open-data`; the folder need not be there. */
  readonly openDataDir: string;
}

/** Environment → settings, or a SettingError that says what to write. */
export const readSettings = (env: Environment): Settings => {
  const dataDir = textSetting(env, 'DATA_DIR', './data');
  return Object.freeze({
    host: textSetting(env, 'HOST', 'localhost'),
    port: integerSetting(env, 'PORT', { fallback: 8080, min: 0, max: 65_535 }),
    dataDir,
    databaseUrl: databaseSetting(env),
    pointsFile: textSetting(env, 'POINTS_FILE', join(dataDir, 'points.json')),
    sitesFile: env['SITES_FILE'] || null,
    operatorsFile: env['OPERATORS_FILE'] || null,
    communesFile: env['COMMUNES_FILE'] || null,
    networksFile: env['NETWORKS_FILE'] || null,
    proxyHops: integerSetting(env, 'PROXY_HOPS', { fallback: 0, min: 0, max: 10 }),
    simulated: integerSetting(env, 'SIMULATED', { fallback: 0, min: 0, max: 1 }) === 1,
    pagesDir: folderSetting(env, 'PAGES_DIR'),
    distDir: folderSetting(env, 'DIST_DIR'),
    openDataDir: folderSetting(env, 'OPEN_DATA_DIR') ?? join(dataDir, 'open-data'),
  });
};

/** No message repeats the address: there is a password in it. */
export const databaseSetting = (env: Environment): string | null => {
  const text = env['DATABASE_URL'] ?? '';
  if (text === '') return null;
  if (!/^postgres(ql)?:\/\//.test(text))
    throw new SettingError(
      'DATABASE_URL does not begin with postgres://. Write postgres://user:password@host:5432/database, or leave it out for a file in DATA_DIR.',
    );
  if (!URL.canParse(text))
    throw new SettingError(
      'DATABASE_URL cannot be read. Write @, :, /, ? and # in the password as %40, %3A, %2F, %3F and %23.',
    );
  return text;
};

const folderSetting = (env: Environment, name: string): string | null => {
  const folder = env[name] ?? '';
  if (folder === '') return null;
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory())
    throw new SettingError(`${name}=${folder} is not a folder. Set it to one, or leave it out.`);
  return folder;
};
