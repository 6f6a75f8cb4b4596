import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { extname, join } from 'node:path';
import { openFilePath } from '../../protocol/endpoints.ts';
import type { OpenFile, OpenMonth } from '../../protocol/open-data.ts';
import { isMonth } from '../../protocol/period.ts';
import type { notesOf } from './month-metadata.ts';
import { CHECKSUMS_FILE } from './publish-month.ts';

/** A line of `sha256sum` about a file of ours: no name with a slash or a second dot is one. */
const CHECKSUM = /^([0-9a-f]{64}) {2}([a-z-]+\.(?:csv|parquet|json|md))$/i;

/** IANA's media types; Parquet's was registered in 2024. */
const MEDIA_TYPES: Readonly<Record<string, string>> = {
  '.csv': 'text/csv; charset=utf-8',
  '.parquet': 'application/vnd.apache.parquet',
  '.json': 'application/csvm+json',
  '.md': 'text/markdown; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
};

/** The published months of a folder, the newest first; none where there is no folder. */
export const readMonths = (folder: string): OpenMonth[] =>
  namesIn(folder)
    .filter((name) => isMonth(name))
    .sort()
    .reverse()
    .flatMap((month) => readMonth(folder, month) ?? []);

/** A published month; null where there is none. Only files that its checksums list are of it. */
export const readMonth = (folder: string, month: string): OpenMonth | null => {
  if (!isMonth(month)) return null;
  try {
    const checksums = readFileSync(join(folder, month, CHECKSUMS_FILE));
    const { notes } = JSON.parse(readFileSync(join(folder, month, 'metadata.json'), 'utf8')) as {
      readonly notes: readonly [ReturnType<typeof notesOf>]; // written by monthMetadata
    };
    const listed = checksums.toString().split('\n').flatMap(checksumIn);
    const own = { name: CHECKSUMS_FILE, sha256: createHash('sha256').update(checksums).digest('hex') };
    const files = [...listed, own].map((file) => fileOf(folder, month, file));
    return { month, simulated: notes[0].simulated, licence: notes[0].licence, files };
  } catch {
    return null; // none, or it is being replaced this very moment
  }
};

const checksumIn = (line: string): Pick<OpenFile, 'name' | 'sha256'>[] => {
  const [, sha256, name] = CHECKSUM.exec(line) ?? [];
  return sha256 === undefined || name === undefined ? [] : [{ name, sha256 }];
};

const fileOf = (folder: string, month: string, { name, sha256 }: Pick<OpenFile, 'name' | 'sha256'>): OpenFile => ({
  name,
  path: openFilePath(month, name),
  bytes: statSync(join(folder, month, name)).size,
  sha256,
  mediaType: MEDIA_TYPES[extname(name)]!,
});

const namesIn = (folder: string): string[] => {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
};
