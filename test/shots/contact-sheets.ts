import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Size } from '../drive/page.ts';
import type { Shot } from './photograph.ts';

/** As many pictures of one layout, size, theme and language as can be looked at at once. */
export interface Sheet {
  /** Of its files. */
  readonly name: string;
  readonly theme: Shot['theme'];
  readonly size: Size;
  readonly columns: readonly (readonly Shot[])[];
}

/** One look: a picture of this size can be read whole. */
const SHEET: Size = { width: 1600, height: 1600 };
const MARGIN = 16;
const CAPTION = 28;
/** A picture is at most this wide, so that at least two stand side by side. */
const MAX_PICTURE = 768;

const widthOf = ({ width }: Shot): number => Math.min(width, MAX_PICTURE);
const heightOf = (shot: Shot): number => Math.ceil((shot.height * widthOf(shot)) / shot.width) + CAPTION + MARGIN;

export const sheetsOf = (shots: readonly Shot[]): readonly Sheet[] => {
  const groups = new Map<string, Shot[]>();
  for (const shot of shots) {
    const name = [shot.scene.layout, shot.size.name, shot.theme, shot.locale].join('-');
    groups.set(name, [...(groups.get(name) ?? []), shot]);
  }
  return [...groups].flatMap(([name, group]) => {
    const columns = columnsOf(group.sort((a, b) => a.scene.n - b.scene.n));
    const across = Math.max(1, Math.floor((SHEET.width - MARGIN) / (widthOf(group[0]!) + MARGIN)));
    return Array.from({ length: Math.ceil(columns.length / across) }, (_, i) => {
      const own = columns.slice(i * across, (i + 1) * across);
      const height = Math.max(...own.map(lengthOf)) + MARGIN;
      return {
        name: `${name}-${i + 1}`,
        theme: group[0]!.theme,
        size: { width: SHEET.width, height },
        columns: own,
      };
    });
  });
};

const lengthOf = (column: readonly Shot[]): number => column.reduce((sum, shot) => sum + heightOf(shot), MARGIN);

/** In their order, one below the other while there is room; a picture higher than a sheet has a column of its own. */
const columnsOf = (shots: readonly Shot[]): readonly (readonly Shot[])[] => {
  const columns: Shot[][] = [];
  for (const shot of shots) {
    const last = columns.at(-1);
    if (last && lengthOf([...last, shot]) <= SHEET.height) last.push(shot);
    else columns.push([shot]);
  }
  return columns;
};

/** Writes every sheet as a page, and one that links to all of them. */
export const writeSheets = async (folder: string, sheets: readonly Sheet[]): Promise<void> => {
  for (const sheet of sheets) await writeFile(join(folder, `${sheet.name}.html`), pageOf(sheet));
  const links = sheets.map(({ name }) => `<li><a href="${name}.html">${name}</a></li>`);
  await writeFile(join(folder, 'index.html'), `${HEAD}<title>Shots</title><ul>${links.join('')}</ul>`);
};

const HEAD = '<!doctype html><html lang="en"><meta charset="utf-8">';

const pageOf = ({ name, theme, columns }: Sheet): string => `${HEAD}<title>${name}</title>
<style>
  body { display: flex; gap: ${MARGIN}px; margin: ${MARGIN}px; font: 16px/${CAPTION}px sans-serif;
    ${theme === 'dark' ? 'background: #000; color: #fff' : 'background: #c9d2de; color: #000'} }
  figure { margin: 0 0 ${MARGIN}px }
  figcaption { height: ${CAPTION}px; overflow: hidden; white-space: nowrap }
  img { display: block }
</style>
${columns.map((column) => `<div>${column.map(figureOf).join('\n')}</div>`).join('\n')}`;

const figureOf = (shot: Shot): string => `<figure style="width: ${widthOf(shot)}px">
<figcaption><b>${shot.scene.n}</b> ${shot.scene.name[shot.locale]}</figcaption>
<a href="${shot.file}"><img src="${shot.file}" width="${widthOf(shot)}" alt=""></a></figure>`;
