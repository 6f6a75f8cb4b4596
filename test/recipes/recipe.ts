import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const folder = join(import.meta.dirname, '../../docs/embedding');

/** A fenced block of a page that says its title: ```html title="element" */
const BLOCK = /^```\w+ title="([^"]+)"\n(.*?)^```$/gms;

/** What the pages write where a webmaster writes addresses of the own. */
const COLLECTOR = 'https://collector.example.vn';
const POINT_LINE = /^.*\/\/p1\.example\.vn.*$/m;

/** The addresses that a recipe is tried with. */
export interface Addresses {
  readonly collector: string;
  /** As a policy names them. */
  readonly points: readonly string[];
}

export interface Recipe {
  /** The text of a block; a recipe without it is an error. */
  readonly block: (title: string) => string;
}

/** The blocks of a page of docs/embedding, with the addresses filled in: what is tested is what stands there. */
export const readRecipe = (page: string, { collector, points }: Addresses): Recipe => {
  const text = readFileSync(join(folder, `${page}.md`), 'utf8');
  const blocks = new Map(Array.from(text.matchAll(BLOCK), ([, title, body]) => [title!, body!]));
  return {
    block: (title) => {
      const body = blocks.get(title);
      if (body === undefined) throw new Error(`docs/embedding/${page}.md has no block "${title}"`);
      return body.replace(POINT_LINE, points.join(' ')).replaceAll(COLLECTOR, collector);
    },
  };
};
