import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import Database from 'libsql';
import { SettingError } from '../node/environment.ts';

/**
 * Copies a file of results as it is at one instant, while collectors go on writing to it. The copy has its name once it is whole and on
 * disk.
 */
export const backUp = (file: string, copy: string): void => {
  if (!existsSync(file)) throw new SettingError(`There are no results at ${file}. Set DATA_DIR to the collector's.`);
  if (existsSync(copy)) throw new SettingError(`${copy} exists. Give the backup a new name.`);
  copyWhole(file, copy);
};

/** Puts a backup where a collector will find it; never over results that are there. */
export const restore = (copy: string, file: string): void => {
  if (!existsSync(copy)) throw new SettingError(`There is no backup at ${copy}.`);
  if (existsSync(file))
    throw new SettingError(
      `There are results at ${file}. Stop the collector and move them and their -wal and -shm away first.`,
    );
  mkdirSync(dirname(file), { recursive: true });
  copyWhole(copy, file);
};

const copyWhole = (from: string, to: string): void => {
  const unfinished = `${to}.unfinished`;
  rmSync(unfinished, { force: true });
  try {
    reading(from, (source) => source.prepare('vacuum into ?').run(unfinished));
    reading(unfinished, (copy) => {
      const [complaint] = copy.prepare('pragma quick_check(1)').pluck().all();
      if (complaint !== 'ok') throw new Error(String(complaint));
    });
  } catch (error) {
    rmSync(unfinished, { force: true });
    throw new SettingError(`${from} cannot be copied (${error instanceof Error ? error.message : String(error)}).`);
  }
  flush(unfinished);
  renameSync(unfinished, to);
  flush(dirname(resolve(to))); // the name, too
};

const reading = (file: string, read: (database: Database.Database) => void): void => {
  const database = new Database(file, { readonly: true });
  try {
    read(database);
  } finally {
    database.close();
  }
};

const flush = (path: string): void => {
  const handle = openSync(path, 'r');
  fsyncSync(handle);
  closeSync(handle);
};
