import { SettingError } from '../node/environment.ts';
import { backUp, restore } from './backup-file.ts';
import { resultsFile } from './open-store.ts';
import { readSettings } from './settings.ts';

/** `npm run backup -- FILE` and `npm run restore -- FILE`: the results of DATA_DIR's file; status 1 and a sentence where that cannot be. */

const COMMANDS = {
  backup: (file: string, results: string) => backUp(results, file),
  restore: (file: string, results: string) => restore(file, results),
};

const [command, file] = process.argv.slice(2);
try {
  if ((command !== 'backup' && command !== 'restore') || file === undefined)
    throw new SettingError('npm run backup -- FILE      or npm run restore -- FILE');
  const { dataDir, databaseUrl } = readSettings(process.env);
  if (databaseUrl !== null)
    throw new SettingError('DATABASE_URL is set: back PostgreSQL up with pg_dump (docs/operations/postgresql.md).');
  COMMANDS[command](file, resultsFile(dataDir));
  console.error(`${command}: done, ${file}`);
} catch (error) {
  if (!(error instanceof SettingError)) throw error;
  console.error(`${String(command)}: ${error.message}`);
  process.exitCode = 1;
}
