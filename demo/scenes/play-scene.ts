import type { ISpeedTestElement } from '../../src/define.ts';
import { addToHistory } from '../../src/element/history-log.ts';
import { createPageStorage } from '../../src/element/page-storage.ts';
import { GOOD_LINE } from './lines.ts';
import { surround, type Surrounded } from './page-surroundings.ts';
import { COMPLETE, type Play } from './plays.ts';
import type { Scene, Step } from './scene.ts';
import { untilIn } from './until-in.ts';

/** How a scene is looked at. */
export interface Looks {
  readonly locale: string;
  /** Of a banner. */
  readonly size: string | null;
}

export interface PlayedScene {
  readonly element: ISpeedTestElement;
  /** Takes the element away and gives the page back its own surroundings. */
  readonly end: () => void;
}

/** A collector of each scene's own: what the element remembers of one says nothing of another. */
const originOf = ({ n }: Scene): string => `https://collector.example.vn/scene-${n}`;

/** The worker that plays this; beside this script. */
export const workerSrcOf = (play: Play, folder: string | URL): string =>
  new URL(`scripted-worker.js?play=${encodeURIComponent(JSON.stringify(play))}`, folder).href;

/** Plays a scene inside `place` until its state is shown. Rejects with a sentence where it is not. */
export const playScene = async (
  scene: Scene,
  place: Element,
  { locale, size }: Looks,
  folder: string,
): Promise<PlayedScene> => {
  const { n, layout, attributes, children = '', engine = COMPLETE, collector = {}, steps = [], shows } = scene;
  const { isOffline = false, isMetered = false, hasPast = false } = scene;
  const surrounded = surround(originOf(scene), {
    collector,
    isOffline,
    isMetered,
    isBlocked: engine.begins !== undefined,
  });
  if (hasPast) rememberPast();
  const element = document.createElement('i-speed-test');
  const end = () => {
    element.remove();
    surrounded.end();
  };
  const all = {
    // A page of the collector's own opens no iframe, which would be a page of the network.
    collector: engine.begins ? location.origin : originOf(scene),
    layout,
    size,
    locale,
    // An address of its own each: what one page let start says nothing of another.
    'worker-src': `${workerSrcOf(engine, folder)}&scene=${n}`,
    ...attributes,
  };
  for (const [name, value] of Object.entries(all)) if (value !== null) element.setAttribute(name, value);
  element.innerHTML = children;
  place.append(element);
  try {
    await untilIn(element, 'div[lang]', `Scene ${n}: the element shows nothing.`);
    for (const step of steps) await take(step, element, surrounded, `Scene ${n}`);
    await untilIn(element, shows, `Scene ${n}: there is no ${shows}.`);
    await settled(element);
  } catch (error) {
    end();
    throw error;
  }
  return { element, end };
};

/** Does a step as a page or a person would. */
export const take = async (
  step: Step,
  element: ISpeedTestElement,
  { wait }: Surrounded,
  where: string,
): Promise<void> => {
  switch (step.do) {
    case 'ask':
    case 'start':
      void element.start({ consent: step.do === 'start' });
      return;
    case 'press':
      (await untilIn(element, `[part~=${step.part}]`, `${where}: there is no ${step.part} to press.`)).click();
      return;
    case 'write': {
      const field = await untilIn(element, `[part~=${step.part}]`, `${where}: there is no ${step.part} to write into.`);
      (field as HTMLInputElement).value = step.text;
      field.dispatchEvent(new InputEvent('input', { bubbles: true }));
      return;
    }
    case 'look':
      await untilIn(element, step.for, `${where}: there is no ${step.for} on the way.`);
      return;
    case 'wait':
      await settled(element);
      wait(step.seconds * 1000);
      return;
    default:
      step satisfies never;
  }
};

/** Two frames after its last word, with its fonts. */
const settled = async (element: ISpeedTestElement): Promise<void> => {
  await element.updateComplete;
  await document.fonts.ready;
  for (let frame = 0; frame < 2; frame++) await new Promise((resolve) => requestAnimationFrame(resolve));
};

/** Nine tests of one autumn, the line a little better from October on. */
export const rememberPast = (): void => {
  const storage = createPageStorage();
  for (const [i, megabits] of [86.2, 91.7, 12.4, 88.9, 90.3, 181.5, 187.4, 149.8, 186.1].entries())
    addToHistory(
      {
        ...GOOD_LINE,
        plan: 'standard',
        testId: `01980000-0000-7000-8000-${String(i + 1).padStart(12, '0')}`,
        startedAt: `2026-${i < 5 ? '09' : '10'}-${String(3 + i * 3).padStart(2, '0')}T${10 + i}:24:00.000Z`,
        download: { ...GOOD_LINE.download!, bitsPerSecond: megabits * 1e6 },
        upload: { ...GOOD_LINE.upload!, bitsPerSecond: megabits * 5e5 },
      },
      storage,
    );
};
