import { waitUntil } from '@open-wc/testing';
import type { ISpeedStatisticsElement } from '../../src/statistics.ts';
import '../../src/statistics.ts';
import type { Behaviour } from './scripted-statistics.ts';

export interface Staged {
  readonly element: ISpeedStatisticsElement;
  readonly root: DocumentFragment | HTMLElement;
  /** Has the collector act another way from now on. */
  readonly behave: (will: Behaviour) => Promise<void>;
  /** What the collector was asked, oldest first. */
  readonly asked: () => Promise<readonly string[]>;
}

export interface Staging {
  readonly attributes?: Readonly<Record<string, string>>;
  readonly will?: Behaviour;
  readonly children?: string;
  /** CSS pixels. */
  readonly width?: number;
  /** Selector in the shadow: what there is to see once it is ready. */
  readonly shows?: string;
}

/** Map, table and curves. */
export const WHOLE = '.charts .chart';

/** The machine may be busy with other things. */
const PATIENCE_MS = 7000;

/** Goes on once it is so. */
export const until = (isSo: () => boolean, what?: string): Promise<void> =>
  waitUntil(isSo, what, { timeout: PATIENCE_MS });

let serial = 0;
const places: Element[] = [];

/** An element in a page with a collector of its own, when it shows what it is to show. */
export const stage = async ({
  attributes = {},
  will = 'simulated',
  children = '',
  width = 1100,
  shows = WHOLE,
}: Staging = {}): Promise<Staged> => {
  const address = `${location.origin}/statistics-of/${Date.now()}-${serial++}`;
  const behave = async (next: Behaviour) => {
    await fetch(`${address}/will/${next}`);
  };
  await behave(will);
  const place = document.createElement('main');
  place.style.inlineSize = `${width}px`;
  document.body.append(place);
  places.push(place);
  const element = document.createElement('i-speed-statistics');
  element.innerHTML = children;
  for (const [name, value] of Object.entries({ collector: address, lang: 'vi', ...attributes }))
    element.setAttribute(name, value);
  place.append(element);
  await element.updateComplete;
  const root = element.renderRoot;
  await until(() => root.querySelector(shows) !== null, `shows ${shows}`);
  const asked = async () => (await (await fetch(`${address}/asked`)).json()) as string[];
  return { element, root, behave, asked };
};

export const clearStage = (): void => {
  for (const place of places.splice(0)) place.remove();
};

/** What is written somewhere in the element, blanks as a reader sees them. */
export const read = ({ root }: Pick<Staged, 'root'>, selector: string): string =>
  root.querySelector(selector)?.textContent.replace(/\s+/g, ' ').trim() ?? '(nothing)';

export const area = ({ root }: Pick<Staged, 'root'>, code: string): SVGGElement =>
  root.querySelector<SVGGElement>(`[data-code='${code}']`)!;

/** The rows of the table, cells parted by |. */
export const rows = ({ root }: Pick<Staged, 'root'>): readonly string[] =>
  [...root.querySelectorAll('tbody tr')].map((row) =>
    [...row.children]
      .filter((cell) => !cell.matches('.plot'))
      .map((cell) => cell.textContent.replace(/\s+/g, ' ').trim())
      .join(' | '),
  );
