// `npm run docs`: the tables of the README from the manifest. What is not between its markers stays as it is.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { type Kind } from '../demo/examples/example.ts';
import { EXAMPLES } from '../demo/examples/examples.ts';

/** What is used here of the schema of custom-elements.json. */
interface Item {
  readonly name: string;
  readonly description?: string;
  readonly default?: string;
}
interface Member extends Item {
  readonly kind: 'field' | 'method';
  readonly privacy?: 'public' | 'private';
  readonly attribute?: string;
  readonly parameters?: readonly Item[];
}
interface Declaration {
  readonly attributes: readonly Item[];
  readonly members: readonly Member[];
  readonly events: readonly Item[];
  readonly slots: readonly Item[];
  readonly cssParts: readonly Item[];
  readonly cssProperties: readonly Item[];
}
interface Manifest {
  readonly modules: readonly { readonly path: string; readonly declarations: readonly Declaration[] }[];
}

const project = join(import.meta.dirname, '..');
const manifest = JSON.parse(readFileSync(join(project, 'dist/custom-elements.json'), 'utf8')) as Manifest;
const declared = (module: string) => manifest.modules.find(({ path }) => path === `src/${module}`)!.declarations[0]!;
const element = declared('element/i-speed-test-element.ts');
const statistics = declared('statistics-element/i-speed-statistics-element.ts');

/** Where `npm start` shows an example. */
const EXAMPLE = 'http://localhost:8080/examples/?locale=en&n=';

const exampleOf = (kind: Kind, name: string): string => {
  const example = EXAMPLES.find((known) => known.kind === kind && known.of === name);
  if (!example) throw new Error(`There is no example of the ${kind} ${name}: add one to demo/examples.`);
  return `[${example.n}](${EXAMPLE}${example.n})`;
};

const table = (heads: readonly string[], rows: readonly (readonly string[])[]): string =>
  [heads, heads.map(() => '---'), ...rows]
    .map((cells) => `| ${cells.map((cell) => cell.replace(/\s*\n\s*/g, ' ').replaceAll('|', '\\|')).join(' | ')} |`)
    .join('\n');

const code = (text: string): string => `\`${text}\``;
const sentences = ({ description = '' }: Item): string => description.replace(/\.$/, '');

const rowsOf = (kind: Kind, items: readonly Item[], cells: (item: Item) => readonly string[]) =>
  items.map((item) => [...cells(item), exampleOf(kind, item.name)]);

/** What an attribute does, and what happens without it, which its description says last. */
const attribute = (item: Item): readonly string[] => {
  const [does = '', without = ''] = sentences(item).split(/\.? Without it: /);
  return [code(item.name), does, without];
};

const plain = (item: Item): readonly string[] => [item.name ? code(item.name) : '(none)', sentences(item)];

const call = ({ name, parameters = [] }: Member): string =>
  `${name}(${parameters.map((parameter) => parameter.name.replace(/ = [^,}]+?(?=[,} ])/g, '')).join(', ')})`;

const own = element.members.filter(({ privacy, attribute: from }) => privacy !== 'private' && from === undefined);
const methods = own.filter(({ kind }) => kind === 'method');
const properties = own.filter(({ kind }) => kind === 'field');

const TABLES: Readonly<Record<string, string>> = {
  attributes: table(
    ['attribute', 'value', 'without it', 'example'],
    rowsOf('attribute', element.attributes, attribute),
  ),
  members: table(
    ['property or method', 'what', 'example'],
    [
      ...rowsOf('property', properties, plain),
      ...methods.map((method) => [code(call(method)), sentences(method), exampleOf('method', method.name)]),
    ],
  ),
  events: table(['event', 'carries, and when it comes', 'example'], rowsOf('event', element.events, plain)),
  slots: table(['slot', 'what', 'example'], rowsOf('slot', element.slots, plain)),
  parts: table(['part', 'what', 'example'], rowsOf('part', element.cssParts, plain)),
  'custom-properties': table(
    ['custom property', 'default (light)', 'colours, or sets', 'example'],
    rowsOf('custom property', element.cssProperties, (item) => [
      code(item.name),
      code(item.default ?? ''),
      sentences(item),
    ]),
  ),
  'statistics-attributes': table(['attribute', 'value', 'without it'], statistics.attributes.map(attribute)),
  'statistics-events': table(['event', 'carries, and when it comes'], statistics.events.map(plain)),
  'statistics-slots': table(['slot', 'what'], statistics.slots.map(plain)),
  'statistics-parts': table(['part', 'what'], statistics.cssParts.map(plain)),
};

const readme = join(project, 'README.md');
let text = readFileSync(readme, 'utf8');
for (const [name, rows] of Object.entries(TABLES)) {
  const place = new RegExp(`(<!-- api:${name} -->)[^]*?(<!-- /api -->)`);
  if (!place.test(text)) throw new Error(`README.md has no place for ${name}: <!-- api:${name} --> … <!-- /api -->`);
  text = text.replace(place, (_, from: string, to: string) => `${from}\n\n${rows}\n\n${to}`);
}
writeFileSync(readme, await format(text, { ...(await resolveConfig(readme)), filepath: readme }));
