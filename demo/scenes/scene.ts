import type { CollectorPlay } from './collector-in-page.ts';
import type { Play } from './plays.ts';

export type LayoutName = 'card' | 'banner' | 'kiosk';

/** What is done to the element; `ask` and `start` are its method without and with the page's own consent. */
export type Step =
  | { readonly do: 'ask' | 'start' }
  | { readonly do: 'press'; readonly part: string }
  | { readonly do: 'write'; readonly part: string; readonly text: string }
  /** Goes on once this is shown. */
  | { readonly do: 'look'; readonly for: string }
  /** Nobody does anything for a while. */
  | { readonly do: 'wait'; readonly seconds: number };

/** One state of one layout, and how it is reached: as a page and a person would, never by reaching into the element. */
export interface Scene {
  /** Never given to another scene: links and screenshots are known by it. */
  readonly n: number;
  readonly layout: LayoutName;
  readonly name: { readonly vi: string; readonly en: string };
  /** Besides collector, layout, size, locale and the engine's address. */
  readonly attributes?: Readonly<Record<string, string>>;
  /** What the page has put into the element. */
  readonly children?: string;
  /** Without it a whole test on a good line. */
  readonly engine?: Play;
  readonly collector?: CollectorPlay;
  readonly isOffline?: boolean;
  readonly isMetered?: boolean;
  /** Tests this browser remembers. */
  readonly hasPast?: boolean;
  readonly steps?: readonly Step[];
  /** Selector in the element's shadow: there once the state is reached. */
  readonly shows: string;
}

/** A scene as its list writes it down. */
export type Entry = Omit<Scene, 'layout'>;

/** How large each layout is looked at, CSS pixels. A banner without `size` is as wide as its place. */
export interface SceneSize {
  readonly name: string;
  readonly width: number;
  /** Of the screen that a layout fills; null where the layout is as high as it needs. */
  readonly height: number | null;
  /** The banner's attribute. */
  readonly size: string | null;
}

const wide = (width: number): SceneSize => ({ name: String(width), width, height: null, size: null });
const fixed = (size: string): SceneSize => ({ name: size, width: Number.parseInt(size, 10), height: null, size });
const screen = (width: number, height: number): SceneSize => ({
  name: `${width}x${height}`,
  width,
  height,
  size: null,
});

export const SIZES: Readonly<Record<LayoutName, readonly SceneSize[]>> = {
  card: [wide(280), wide(420), wide(1280)],
  banner: [fixed('728x90'), fixed('300x250'), fixed('320x100'), wide(420), wide(1000)],
  kiosk: [screen(1080, 1920), screen(1920, 1080)],
};

/** What a page leaves in the element for browsers that cannot run it. */
export const OLD_BANNER =
  "<a href=\"#old\"><img alt=\"Đo tốc độ Internet\" width=\"240\" height=\"60\" src=\"data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 240 60'%3E%3Crect width='240' height='60' rx='6' fill='%23a4262c'/%3E%3Ctext x='120' y='37' font-family='sans-serif' font-size='19' font-weight='700' text-anchor='middle' fill='%23fff'%3EĐO TỐC ĐỘ INTERNET%3C/text%3E%3C/svg%3E\" /></a>";
