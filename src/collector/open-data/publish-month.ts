import { createHash } from 'node:crypto';
import {
  chmodSync,
  createReadStream,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { SettingError } from '../../node/environment.ts';
import { SUBMISSION_LIFE_S } from '../post-result.ts';
import type { ResultStore } from '../result-store.ts';
import { monthAfter, vietnamDay, VIETNAM_OFFSET_MS } from '../vietnam-calendar.ts';
import { dictionary, monthMetadata, notesOf, prefixOf } from './month-metadata.ts';
import { monthReadme } from './month-readme.ts';
import { type RowCounts, writeMonth } from './write-month.ts';

export const CHECKSUMS_FILE = 'checksums.txt';

/** When nothing can come into a month any more: its last test's ticket is good for a week. Milliseconds since 1970. */
export const closesAt = (month: string): number =>
  Date.parse(`${monthAfter(month)}-01T00:00:00Z`) - VIETNAM_OFFSET_MS + SUBMISSION_LIFE_S * 1000;

/**
 * Publishes a month as a folder below `outDir`: whole or not at all, in the place of an older one. Refuses a month that results may still
 * come into, because its figures would change under those who quote them.
 */
export const publishMonth = async (
  store: ResultStore,
  {
    month,
    outDir,
    licence,
    now,
  }: { readonly month: string; readonly outDir: string; readonly licence: string; readonly now: number },
): Promise<{ readonly folder: string; readonly rows: RowCounts }> => {
  const closes = closesAt(month);
  if (now < closes)
    throw new SettingError(
      `${month} is not closed: its results may come in for a week after it ends. Publish it from ${vietnamDay(new Date(closes).toISOString())} on.`,
    );
  const about = { month, licence, isSimulated: await store.isSimulated() };
  const prefix = prefixOf(about);
  mkdirSync(outDir, { recursive: true });
  const coming = mkdtempSync(join(outDir, `.${month}-`));
  try {
    const notes = Object.fromEntries(Object.entries(notesOf(about)).map(([name, value]) => [name, String(value)]));
    const rows = await writeMonth(store, coming, { month, prefix, notes });
    if (Object.values(rows).every((count) => count === 0))
      throw new SettingError(`The store has no results of ${month}.`);
    writeFileSync(join(coming, 'dictionary.csv'), dictionary(prefix));
    writeFileSync(join(coming, 'metadata.json'), monthMetadata(about, rows));
    writeFileSync(join(coming, 'README.md'), monthReadme(about, rows));
    await writeChecksums(coming);
    chmodSync(coming, 0o755); // temporary folders are their maker's alone
    const folder = join(outDir, month);
    replace(folder, coming);
    return { folder, rows };
  } finally {
    rmSync(coming, { recursive: true, force: true });
  }
};

/** In the form that `sha256sum -c` reads. */
const writeChecksums = async (folder: string): Promise<void> => {
  let lines = '';
  for (const name of readdirSync(folder).sort()) {
    const hash = createHash('sha256');
    for await (const chunk of createReadStream(join(folder, name))) hash.update(chunk as Buffer);
    lines += `${hash.digest('hex')}  ${name}\n`;
  }
  writeFileSync(join(folder, CHECKSUMS_FILE), lines);
};

/** No system swaps two folders in one call that Node has: for an instant there is none, and never half of one. */
const replace = (folder: string, coming: string): void => {
  const old = `${coming}.old`;
  if (existsSync(folder)) renameSync(folder, old);
  renameSync(coming, folder);
  rmSync(old, { recursive: true, force: true });
};
