import { type Looks, type PlayedScene, playScene } from '../../demo/scenes/play-scene.ts';
import type { Scene } from '../../demo/scenes/scene.ts';
import type { ISpeedTestElement } from '../../src/define.ts';
import '../../src/define.ts';

/** Where the scripted worker is served from here. */
const FOLDER = `${location.origin}/demo/scenes/`;

/** Each one takes its time, and where so many are out, something all of them need is out. */
const MAX_MISSES = 5;
let misses = 0;

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
