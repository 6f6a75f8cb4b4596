// The page of the examples. Without `?n=` it lists them; with it, it shows that one as text and runs it: `?n=17&locale=en`.
import type { ISpeedTestElement } from '../../src/define.ts';
import { surround, type Surrounded } from '../scenes/page-surroundings.ts';
import { rememberPast, take, workerSrcOf } from '../scenes/play-scene.ts';
import { COMPLETE } from '../scenes/plays.ts';
import { COLLECTOR, type Example, type Kind, type Seen } from './example.ts';
import { EXAMPLES } from './examples.ts';

const WORDS = {
  vi: {
    title: 'Ví dụ',
    lead: 'Mỗi thuộc tính, phương thức, sự kiện, khe, phần và biến CSS có một ví dụ đánh số. Đoạn mã in ra chính là đoạn mã đang chạy. Không trang nào ở đây dùng mạng để đo.',
    all: 'Mọi ví dụ',
    kinds: {
      attribute: 'Thuộc tính HTML',
      property: 'Thuộc tính JavaScript',
      method: 'Phương thức',
      event: 'Sự kiện',
      slot: 'Khe (slot)',
      part: 'Phần (part)',
      'custom property': 'Biến CSS',
    },
  },
  en: {
    title: 'Examples',
    lead: 'Every attribute, property, method, event, slot, part and custom property has a numbered example. The snippet that is printed is the snippet that runs. No page here measures over the network.',
    all: 'All examples',
    kinds: {
      attribute: 'Attributes',
      property: 'Properties',
      method: 'Methods',
      event: 'Events',
      slot: 'Slots',
      part: 'Parts',
      'custom property': 'Custom properties',
    },
  },
} as const;

const PATIENCE_MS = 5000;

const query = new URL(location.href).searchParams;
const tongue = query.get('locale') === 'en' ? 'en' : 'vi';
const words = WORDS[tongue];
const root = document.documentElement;
const main = document.querySelector('main')!;
root.lang = tongue;

const make = (tag: string, ...content: readonly (Node | string)[]): HTMLElement => {
  const element = document.createElement(tag);
  element.append(...content);
  return element;
};

const link = (text: string, address: Readonly<Record<string, string>>): HTMLElement => {
  const anchor = make('a', text);
  anchor.setAttribute('href', `?${new URLSearchParams(address).toString()}`);
  return anchor;
};

const languages = (n: string | null): HTMLElement =>
  make(
    'nav',
    ...(n === null ? [] : [link(words.all, { locale: tongue })]),
    link('Tiếng Việt', { locale: 'vi', ...(n !== null && { n }) }),
    link('English', { locale: 'en', ...(n !== null && { n }) }),
  );

const list = (): void =>
  main.append(
    languages(null),
    make('h1', words.title),
    make('p', words.lead),
    ...(Object.keys(words.kinds) as Kind[]).flatMap((kind) => [
      make('h2', words.kinds[kind]),
      make(
        'ol',
        ...EXAMPLES.filter((example) => example.kind === kind).map(({ n, of, title }) => {
          const item = make('li', link(title[tongue], { n: String(n), locale: tongue }), make('code', of));
          item.setAttribute('value', String(n));
          return item;
        }),
      ),
    ]),
  );

/** What the element asks of its collector, in order; the answers are the scenes'. */
const listen = (): Seen['asked'] => {
  const asked: { path: string; body: unknown }[] = [];
  const answer = globalThis.fetch;
  globalThis.fetch = (address, init) => {
    const url = address instanceof Request ? address.url : String(address);
    const body = typeof init?.body === 'string' ? (JSON.parse(init.body) as unknown) : null;
    if (url.startsWith(`${COLLECTOR}/`)) asked.push({ path: url.slice(COLLECTOR.length), body });
    return answer(address, init);
  };
  return asked;
};

/** The snippet as a page has it. Scripts that come in by markup do not run: each is made anew in its place. */
const liven = (source: string, engine: string): HTMLElement => {
  const template = document.createElement('template');
  template.innerHTML = source;
  const element = template.content.querySelector('i-speed-test')!;
  if (!element.hasAttribute('worker-src')) element.setAttribute('worker-src', engine);
  const live = make('div', template.content);
  live.className = 'live';
  return live;
};

const runScripts = (live: HTMLElement): void => {
  for (const script of live.querySelectorAll('script')) script.replaceWith(make('script', script.textContent));
};

const show = async (n: number): Promise<void> => {
  const example = EXAMPLES.find((known) => known.n === n);
  if (!example) throw new Error(`There is no example ${n}.`);
  const { title, kind, of, source, around = {}, steps = [], press } = example;
  document.title = `${n} ${title[tongue]} – ${document.title}`;
  const live = liven(source, workerSrcOf(around.engine ?? COMPLETE, new URL('../scenes/', location.href)));
  main.append(
    languages(String(n)),
    make('h1', `${n}. ${title[tongue]}`),
    make('p', `${tongue === 'en' ? kind : words.kinds[kind]}: `, make('code', of || '–')),
    make('pre', make('code', source)),
  );
  await customElements.whenDefined('i-speed-test');
  const { collector = {}, isMetered = false, hasPast = false, canShare = false } = around;
  const isBlocked = around.engine?.begins !== undefined;
  const surrounded = surround(COLLECTOR, { collector, isOffline: false, isMetered, isBlocked });
  if (hasPast) rememberPast();
  if (canShare) Object.assign(navigator, { share: () => Promise.resolve(), canShare: () => true });
  const asked = listen();
  main.append(live);
  runScripts(live);
  const element = live.querySelector('i-speed-test')!;
  await act(steps, element, surrounded, `Example ${n}`);
  if (press) live.querySelector<HTMLElement>(press)!.click();
  await proof(example, {
    place: live,
    element,
    asked,
    find: (selector) => element.shadowRoot?.querySelector<HTMLElement>(selector) ?? null,
    all: () => [...(element.shadowRoot?.querySelectorAll('*') ?? [])],
  });
};

const act = async (
  steps: Example['steps'] & object,
  element: ISpeedTestElement,
  surrounded: Surrounded,
  where: string,
): Promise<void> => {
  for (const step of steps) await take(step, element, surrounded, where);
};

const proof = async ({ n, proves }: Example, seen: Seen): Promise<void> => {
  for (const deadline = Date.now() + PATIENCE_MS; !proves(seen);) {
    if (Date.now() > deadline) throw new Error(`Example ${n} does not show what it says.`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
};

const n = query.get('n');
if (n === null) list();
else
  show(Number(n)).then(
    () => (root.dataset['example'] = 'shown'),
    (error: unknown) => {
      root.dataset['example'] = String(error);
      main.append(make('pre', String(error)));
    },
  );
