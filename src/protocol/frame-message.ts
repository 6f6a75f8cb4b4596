import type { Failure } from './failure.ts';
import type { Result } from './result.ts';
import type { Snapshot } from './snapshot.ts';
import type { Accepted } from './submission.ts';

/** Of the messages below; it changes when a page that listens would have to. */
export const FRAME_PROTOCOL = 1;

/** What the iframe page tells the page around it. */
export type FrameNews =
  /** The element is there and can be seen. */
  | { readonly event: 'ready' }
  /** How high everything is, in CSS pixels, whenever that changes. */
  | { readonly event: 'size'; readonly height: number }
  /** The element's own events, with what they carry. */
  | { readonly event: 'start'; readonly detail: { readonly testId: string } }
  | { readonly event: 'progress'; readonly detail: Snapshot }
  | { readonly event: 'result'; readonly detail: Result }
  | { readonly event: 'submitted'; readonly detail: Accepted }
  | { readonly event: 'failure'; readonly detail: Failure };

/** As it is posted: other scripts post messages to the same window. */
export type FrameMessage = { readonly 'i-speed-test': typeof FRAME_PROTOCOL } & FrameNews;

export const isFrameMessage = (data: unknown): data is FrameMessage =>
  typeof data === 'object' && data !== null && 'i-speed-test' in data && data['i-speed-test'] === FRAME_PROTOCOL;

/** Where the collector has the iframe page, below its own address. */
export const EMBED_PATH = '/embed.html';

/** Attributes of the element that the iframe page takes from its query, under the same names. */
export const EMBED_ATTRIBUTES = [
  'site',
  'province',
  'layout',
  'size',
  'locale',
  'plan',
  'submit',
  'kiosk',
  'phone-page',
  'idle-seconds',
  'monitor-minutes',
] as const;

/** Custom properties that it takes too, without their `--i-speed-test-`. */
export const EMBED_PROPERTIES = [
  'accent',
  'on-accent',
  'upload',
  'surface',
  'ink',
  'soft-ink',
  'line',
  'radius',
  'font',
] as const;

/** And the page's `color-scheme`: `light` or `dark`. */
export const EMBED_SCHEME = 'scheme';
