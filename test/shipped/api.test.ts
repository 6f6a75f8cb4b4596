import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { EXAMPLES } from '../../demo/examples/examples.ts';

const project = join(import.meta.dirname, '../..');

interface Named {
  readonly name: string;
}
interface Member extends Named {
  readonly kind: string;
  readonly privacy?: string;
  readonly attribute?: string;
}
interface Declaration {
  readonly members: readonly Member[];
  readonly attributes: readonly Named[];
  readonly events: readonly Named[];
  readonly slots: readonly Named[];
  readonly cssParts: readonly Named[];
  readonly cssProperties: readonly Named[];
}

const manifest = JSON.parse(readFileSync(join(project, 'dist/custom-elements.json'), 'utf8')) as {
  readonly modules: readonly { readonly path: string; readonly declarations: readonly Declaration[] }[];
};
const declared = (module: string) => manifest.modules.find(({ path }) => path === `src/${module}`)!.declarations[0]!;
const element = declared('element/i-speed-test-element.ts');
const statistics = declared('statistics-element/i-speed-statistics-element.ts');
const names = (items: readonly Named[]) => items.map(({ name }) => name).sort();

/** Every text of an element's sources. */
const sourcesOf = (...rooms: readonly string[]): string =>
  rooms
    .flatMap((room) =>
      readdirSync(join(project, 'src', room), { recursive: true, encoding: 'utf8' })
        .filter((file) => file.endsWith('.ts'))
        .map((file) => readFileSync(join(project, 'src', room, file), 'utf8')),
    )
    .join('\n');

const sources = sourcesOf('element', 'page');
const statisticsSources = sourcesOf('statistics-element');

const found = (pattern: RegExp, text = sources) =>
  [...new Set([...text.matchAll(pattern)].map(([, name]) => name!))].sort();

describe('the API', () => {
  it('names every part that is painted, and no other', () => {
    // An icon button has its part from a variable: `icon('open', …)`.
    const painted = [...found(/\spart="([a-z-]+)"/g), ...found(/\bicon\('([a-z-]+)'/g)];
    assert.deepEqual(names(element.cssParts), [...new Set(painted)].sort());
  });

  it('names every custom property that is read, and no other', () => {
    assert.deepEqual(names(element.cssProperties), found(/var\((--i-speed-test-[a-z-]+)/g));
  });

  it('names every slot, and no other', () => {
    assert.deepEqual(names(element.slots), ['', ...found(/<slot name="([a-z]+)"/g)].sort());
  });

  it('has a numbered example of everything, and of nothing else', () => {
    const own = element.members.filter(({ privacy, attribute }) => privacy !== 'private' && attribute === undefined);
    const kinds = {
      attribute: element.attributes,
      property: own.filter(({ kind }) => kind === 'field'),
      method: own.filter(({ kind }) => kind === 'method'),
      event: element.events,
      slot: element.slots,
      part: element.cssParts,
      'custom property': element.cssProperties,
    };
    for (const [kind, items] of Object.entries(kinds))
      assert.deepEqual(
        EXAMPLES.filter((example) => example.kind === kind)
          .map(({ of }) => of)
          .sort(),
        names(items),
        kind,
      );
  });
});

describe('the API of the statistics', () => {
  it('names every part and every slot that is painted, and no other', () => {
    assert.deepEqual(names(statistics.cssParts), found(/\spart="([a-z-]+)"/g, statisticsSources));
    assert.deepEqual(names(statistics.slots), found(/<slot name="([a-z]+)"/g, statisticsSources));
  });

  it('names its attributes and its event', () => {
    assert.deepEqual(names(statistics.attributes), [
      'access',
      'collector',
      'lang',
      'measure',
      'period',
      'province',
      'theme',
    ]);
    assert.deepEqual(names(statistics.events), ['i-speed-statistics-change']);
  });
});
