import { type Looks, type PlayedScene, playScene } from '../../demo/scenes/play-scene.ts';
import type { Scene } from '../../demo/scenes/scene.ts';
import type { ISpeedTestElement } from '../../src/define.ts';
import '../../src/define.ts';

/** Where the scripted worker is served from here. */
const FOLDER = `${location.origin}/demo/scenes/`;

const played: (PlayedScene & { readonly place: Element })[] = [];

/** Plays a scene in a place of its own, `width` CSS pixels wide. */
export const stage = async (
  scene: Scene,
  { width, ...looks }: Partial<Looks> & { readonly width?: number | undefined } = {},
): Promise<ISpeedTestElement> => {
  const place = document.createElement('main');
  if (width !== undefined) place.style.inlineSize = `${width}px`;
  document.body.append(place);
  const scenePlayed = await playScene(scene, place, { locale: 'vi', size: null, ...looks }, FOLDER);
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
