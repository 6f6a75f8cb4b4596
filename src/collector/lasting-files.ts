import { copyFileSync, existsSync, mkdirSync, readdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Names that carry a hash of their bytes, such as `i-speed-test-0.1.0-AbCdEf0123.min.js` and `later/share-AbCdEf0123.js`, and so never mean
 * others. The build gives them. The version is part of it: `statistics` has ten letters too.
 */
export const isLasting = (path: string): boolean =>
  /(-\d+\.\d+\.[^/]*|(^|\/)later\/[^/]+)-[A-Za-z0-9]{10}(\.min)?\.js$/.test(path);

/** Where they are below `dist/`. */
const FOLDERS = ['', 'later'];

/**
 * Copies the files of lasting name from the built element to where its next version does not replace them: pages that pin a script go on
 * getting it and its parts. Nothing is deleted there; a version is at most 200 kB.
 */
export const keepLasting = (distDir: string, keptDir: string): void => {
  for (const folder of FOLDERS) {
    const [from, to] = [join(distDir, folder), join(keptDir, folder)];
    if (!existsSync(from)) continue;
    mkdirSync(to, { recursive: true });
    for (const name of readdirSync(from)) {
      if (!isLasting(join(folder, name)) || existsSync(join(to, name))) continue;
      const coming = join(to, `${name}.${process.pid}`); // whole or not at all, whoever else starts or stops meanwhile
      copyFileSync(join(from, name), coming);
      renameSync(coming, join(to, name));
    }
  }
};
