import { BANNER_SCENES } from './banner-scenes.ts';
import { CARD_SCENES } from './card-scenes.ts';
import { KIOSK_SCENES } from './kiosk-scenes.ts';
import type { Entry, LayoutName, Scene } from './scene.ts';

const as = (layout: LayoutName, entries: readonly Entry[]): readonly Scene[] =>
  entries.map((entry) => ({ ...entry, layout }));

/** Every state of every layout: the card below 100, the banner from there, the kiosk from 200 on. */
export const SCENES: readonly Scene[] = [
  ...as('card', CARD_SCENES),
  ...as('banner', BANNER_SCENES),
  ...as('kiosk', KIOSK_SCENES),
];
