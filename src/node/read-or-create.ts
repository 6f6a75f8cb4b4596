import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * Reads a secret, or makes it and stores it readable by its owner only. The whole text is written beside its place and linked in:
 * nobody ever reads half of one, none is ever replaced, and of two processes that start at once both use the first one's.
 */
export const readOrCreate = async (file: string, make: () => string | Promise<string>): Promise<string> =>
  readIfThere(file) ?? createOnce(file, await make());

/** The same for a maker that needs no waiting. */
export const readOrCreateSync = (file: string, make: () => string): string =>
  readIfThere(file) ?? createOnce(file, make());

const readIfThere = (file: string): string | null => {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
};

const createOnce = (file: string, text: string): string => {
  mkdirSync(dirname(file), { recursive: true });
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, text, { mode: 0o600 });
  try {
    linkSync(draft, file);
    return text;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    return readFileSync(file, 'utf8');
  } finally {
    rmSync(draft, { force: true });
  }
};
