import { waitUntil } from '@open-wc/testing';
import { type Looks, type PlayedScene, playScene } from '../../demo/scenes/play-scene.ts';
import type { Scene } from '../../demo/scenes/scene.ts';
import { SCENES } from '../../demo/scenes/scenes.ts';
import type { ISpeedTestElement } from '../../src/define.ts';
import '../../src/define.ts';

/** Where the scripted worker is served from here. */
const FOLDER = `${location.origin}/demo/scenes/`;

/** Each one takes its time, and where so many are out, something all of them need is out. */
const MAX_MISSES = 5;
let misses = 0;

/**
 * The scenes that a test goes through here. What is painted differs little between engines, and all of them in all three would be half of
 * the time that the whole suite may take: the others look at every eighth.
 */
export const SCENES_HERE: readonly Scene[] = navigator.userAgent.includes('Chrome/')
  ? SCENES
  : SCENES.filter((_, i) => i % 8 === 0);

/** The same scene in another language: only words change. */
export const speak = async (element: ISpeedTestElement, locale: string): Promise<void> => {
  element.locale = locale;
  await element.updateComplete;
  await waitUntil(() => element.renderRoot.querySelector(`[lang=${locale}]`) !== null);
};

const played: (PlayedScene & { readonly place: Element })[] = [];

/** Plays a scene in a place of its own, `width` CSS pixels wide. */
export const stage = async (
  scene: Scene,
  { width, ...looks }: Partial<Looks> & { readonly width?: number | undefined } = {},
): Promise<ISpeedTestElement> => {
  const place = document.createElement('main');
  if (width !== undefined) place.style.inlineSize = `${width}px`;
  document.body.append(place);
  if (misses >= MAX_MISSES)
    throw new Error(`${MAX_MISSES} scenes did not reach their state: the others are not tried.`);
  misses++;
  const scenePlayed = await playScene(scene, place, { locale: 'vi', size: null, ...looks }, FOLDER);
  misses--;
  played.push({ ...scenePlayed, place });
  return scenePlayed.element;
};

/** Takes away what was played. */
export const clearStage = (): void => {
  for (const { end, place } of played.splice(0).reverse()) {
    end();
    place.remove();
  }
};
