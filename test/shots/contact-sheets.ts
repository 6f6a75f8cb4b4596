import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Shot } from './photograph.ts';

/** All pictures of one layout, size, theme and language; `name` is that of its files. */
export interface Sheet {
  readonly name: string;
  readonly shots: readonly Shot[];
  /** Width of its page, CSS pixels. */
  readonly width: number;
}

/** Wide enough to see much at once, small enough to read it. */
const SHEET_WIDTH = 2000;
/** A picture on a sheet is at most this wide. */
const MAX_PICTURE = 640;
const GAP = 16;

export const sheetsOf = (shots: readonly Shot[]): readonly Sheet[] => {
  const sheets = new Map<string, Shot[]>();
  for (const shot of shots) {
    const name = [shot.scene.layout, shot.size.name, shot.theme, shot.locale].join('-');
    sheets.set(name, [...(sheets.get(name) ?? []), shot]);
  }
  return [...sheets].map(([name, taken]) => ({
    name,
    shots: taken.sort((a, b) => a.scene.n - b.scene.n),
    width: SHEET_WIDTH,
  }));
};

/** Writes every sheet as a page, and one that links to all of them. */
export const writeSheets = async (folder: string, sheets: readonly Sheet[]): Promise<void> => {
  for (const sheet of sheets) await writeFile(join(folder, `${sheet.name}.html`), pageOf(sheet));
  const links = sheets.map(({ name, shots }) => `<li><a href="${name}.html">${name}</a> (${shots.length})</li>`);
  await writeFile(join(folder, 'index.html'), `${HEAD}<title>Shots</title><ul>${links.join('')}</ul>`);
};

const HEAD = '<!doctype html><html lang="en"><meta charset="utf-8">';

const pageOf = ({ name, shots, width }: Sheet): string => {
  const picture = Math.min(Math.max(...shots.map((shot) => shot.width)), MAX_PICTURE);
  const columns = Math.max(1, Math.floor((width - GAP) / (picture + GAP)));
  const isDark = shots[0]?.theme === 'dark';
  const figures = shots.map(
    ({ scene, file, locale }) =>
      `<figure><figcaption><b>${scene.n}</b> ${scene.name[locale]}</figcaption><a href="${file}"><img src="${file}" alt=""></a></figure>`,
  );
  return `${HEAD}<title>${name}</title>
<style>
  body { margin: 0; padding: ${GAP}px; font: 14px/1.4 sans-serif; background: ${isDark ? '#000' : '#c9d2de'}; color: ${isDark ? '#fff' : '#000'} }
  main { columns: ${columns}; column-gap: ${GAP}px }
  figure { margin: 0 0 ${GAP}px; break-inside: avoid }
  img { display: block; max-width: 100% }
</style>
<h1>${name}</h1><main>${figures.join('\n')}</main>`;
};
