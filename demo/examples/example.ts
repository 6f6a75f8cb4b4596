import type { Step } from '../scenes/scene.ts';
import type { CollectorPlay } from '../scenes/collector-in-page.ts';
import type { Play } from '../scenes/plays.ts';

/** What the manifest calls each kind of thing that a page can use. */
export type Kind = 'attribute' | 'property' | 'method' | 'event' | 'slot' | 'part' | 'custom property';

/** What is around a snippet so that it has something to show; without a word a good line and a collector that does its job. */
export interface Around {
  readonly engine?: Play;
  readonly collector?: CollectorPlay;
  readonly isMetered?: boolean;
  /** Tests this browser remembers. */
  readonly hasPast?: boolean;
  /** The device offers to hand things to other apps. */
  readonly canShare?: boolean;
}

/** What somebody sees who looks whether the snippet does what it says. */
export interface Seen {
  /** The place of the live snippet. */
  readonly place: HTMLElement;
  readonly element: HTMLElement;
  /** In the element's shadow. */
  readonly find: (selector: string) => HTMLElement | null;
  readonly all: () => readonly Element[];
  /** What the element asked of the collector. */
  readonly asked: readonly { readonly path: string; readonly body: unknown }[];
}

/** One thing of the API in a snippet that is shown as text and run as it is. */
export interface Example {
  /** Never given to another example: links and the README know it. */
  readonly n: number;
  readonly kind: Kind;
  /** Its name in the manifest; the default slot has none. */
  readonly of: string;
  readonly title: { readonly vi: string; readonly en: string };
  /** Exactly what a page writes. */
  readonly source: string;
  readonly around?: Around;
  readonly steps?: readonly Step[];
  /** A button of the snippet's own that is pressed after the steps. */
  readonly press?: string;
  /** Whether it can be seen that the snippet does what it says. */
  readonly proves: (seen: Seen) => boolean;
}

export const COLLECTOR = 'https://collector.example.vn';

/** The tag as a page writes it. */
export const tag = (attributes = '', children = ''): string =>
  `<i-speed-test collector="${COLLECTOR}"${attributes && ` ${attributes}`}>${children}</i-speed-test>`;

export const isSeen = (element: Element | null): boolean => {
  const box = element?.getBoundingClientRect();
  return box !== undefined && box.width > 0 && box.height > 0;
};
