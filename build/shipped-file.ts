import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';
import { isLasting } from '../src/collector/lasting-files.ts';
import { tagOfHash } from '../src/element/tag-of-hash.ts';

const project = fileURLToPath(new URL('..', import.meta.url));
const { version } = JSON.parse(readFileSync(join(project, 'package.json'), 'utf8')) as { readonly version: string };

/** A place in `dist/`. */
export const shipped = (path: string): string => join(project, 'dist', path);

const list = shipped('integrity.json');

/** Every shipped script with its hash, as SRI writes it. */
export const readIntegrity = (): Readonly<Record<string, string>> =>
  existsSync(list) ? (JSON.parse(readFileSync(list, 'utf8')) as Record<string, string>) : {};

const isPart = (file: string): boolean => file.startsWith('later/');

/** The name that no other bytes ever get: `later/share-AbCdEf0123.js`, `i-speed-test-0.1.0-AbCdEf0123.min.js`. */
const lastingName = (file: string, hash: string): string =>
  file.replace(/(\.min)?\.js$/, (ending) => `${isPart(file) ? '' : `-${version}`}-${tagOfHash(hash)}${ending}`);

/** The short name of a file that has a lasting one, this build's or an earlier one's; any other name as it is. */
const shortName = (name: string): string =>
  isLasting(name) ? name.replace(/(-\d+\.\d+\.[^/]*)?-[A-Za-z0-9]{10}((\.min)?\.js)$/, '$2') : name;

/**
 * Gives a built file its lasting name, and writes its hash into `integrity.json`, for pages to pin it with (Subresource Integrity).
 * A part has its lasting name alone, because the script asks for it by that; a script has it beside the short one. The names of
 * earlier builds go: who still needs them has them from a collector, which keeps what it has served.
 */
export const shippedFile = (file: string): Plugin => ({
  name: 'shipped-file',
  writeBundle() {
    // A part's hash is carried by the script: the shorter one that SRI knows.
    const algorithm = isPart(file) ? 'sha256' : 'sha384';
    const hash = createHash(algorithm)
      .update(readFileSync(shipped(file)))
      .digest('base64');
    const lasting = lastingName(file, hash);
    const folder = dirname(file);
    for (const name of readdirSync(shipped(folder)).map((each) => join(folder, each)))
      if (name !== file && shortName(name) === file) rmSync(shipped(name));
    if (isPart(file)) renameSync(shipped(file), shipped(lasting));
    else copyFileSync(shipped(file), shipped(lasting));

    const others = Object.entries(readIntegrity()).filter(([name]) => shortName(name) !== file);
    const own = (isPart(file) ? [lasting] : [file, lasting]).map((name) => [name, `${algorithm}-${hash}`]);
    writeFileSync(list, `${JSON.stringify(Object.fromEntries([...others, ...own].sort()), null, 2)}\n`);
  },
});

/** SHA-256 (base64) of a part that has been built. */
export const hashOfPart = (part: string): string => {
  const found = Object.entries(readIntegrity()).find(([name]) => shortName(name) === `later/${part}.js`);
  if (!found) throw new Error(`The part "${part}" has not been built yet.`);
  return found[1].slice('sha256-'.length);
};
