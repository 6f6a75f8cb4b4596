import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';

export const NOTICES = 'THIRD-PARTY-LICENSES.txt';

const project = join(import.meta.dirname, '..');

/** A line of the list: a file, and the packages whose code is in it. */
const LINE = /^(\S+\.js): (.+)$/gm;

/** The package that a module is of; null for our own. */
const packageOf = (id: string): string | null => /.*\/node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(id)?.[1] ?? null;

const headOf = (name: string): string => {
  const { version } = JSON.parse(readFileSync(join(project, 'node_modules', name, 'package.json'), 'utf8')) as {
    readonly version: string;
  };
  return `${name} ${version}`;
};

const licenceOf = (name: string): string => {
  const folder = join(project, 'node_modules', name);
  const file = readdirSync(folder).find((each) => /^licen[cs]e(\.\w+)?$/i.test(each));
  if (!file) throw new Error(`The package "${name}" is bundled and has no licence file.`);
  return readFileSync(join(folder, file), 'utf8').replaceAll('\r\n', '\n').trim();
};

/** The list, then each licence once, with all that is under it. */
const noticesOf = (filesOf: Readonly<Record<string, readonly string[]>>): string => {
  const list = Object.entries(filesOf).map(([file, names]) => `${file}: ${names.join(', ')}\n`);
  const underIt = new Map<string, string[]>();
  for (const name of [...new Set(Object.values(filesOf).flat())].sort())
    underIt.set(licenceOf(name), [...(underIt.get(licenceOf(name)) ?? []), headOf(name)]);
  const licences = [...underIt].map(([text, heads]) => `\n${'-'.repeat(80)}\n${heads.join(', ')}\n\n${text}\n`);
  return `What these files contain of others, and the licences of that:\n\n${list.sort().join('')}${licences.join('')}`;
};

/**
 * Writes down in `folder` whose code is in the built files, with the licences as the packages bring them, because the minifier removes
 * every notice. Only what is left after tree-shaking counts. Each file says at its end where its notices are.
 */
export const thirdParty = (folder: string, prefix = ''): Plugin => {
  const built: Record<string, readonly string[]> = {};
  return {
    name: 'third-party',
    generateBundle: (_, bundle) => {
      for (const chunk of Object.values(bundle)) {
        if (chunk.type !== 'chunk') continue;
        const ids = Object.entries(chunk.modules).flatMap(([id, { renderedLength }]) => (renderedLength > 0 ? id : []));
        const names = [...new Set(ids.flatMap((id) => packageOf(id) ?? []))].sort();
        built[prefix + chunk.fileName] = names;
        if (names.length > 0) chunk.code = `${chunk.code.trimEnd()}\n/*! ${NOTICES} */\n`;
      }
    },
    writeBundle: () => {
      const file = join(folder, NOTICES);
      const before = existsSync(file) ? [...readFileSync(file, 'utf8').matchAll(LINE)] : [];
      const others = before.map(([, name, names]) => [name!, names!.split(', ')] as const);
      const all = Object.entries({ ...Object.fromEntries(others), ...built }).filter(([, names]) => names.length > 0);
      writeFileSync(file, noticesOf(Object.fromEntries(all)));
    },
  };
};
