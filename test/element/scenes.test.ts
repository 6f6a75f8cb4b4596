import { expect } from '@open-wc/testing';
import 'axe-core/axe.min.js';
import type { ISpeedTestElement } from '../../src/define.ts';
import { SCENES } from '../../demo/scenes/scenes.ts';
import { clearStage, SCENES_HERE, speak, stage } from './stage.ts';

/** It makes itself a global. */
declare const axe: typeof import('axe-core');

const page = document.documentElement;

afterEach(() => {
  clearStage();
  page.removeAttribute('style');
});

const violationsIn = async (element: ISpeedTestElement, rules?: string[]): Promise<readonly string[]> => {
  const { violations } = await axe.run(element, {
    resultTypes: ['violations'],
    preload: false, // would fetch the page's style sheets once more
    ...(rules && { runOnly: { type: 'rule', values: rules } }),
  });
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${help}\n${html}\n${failureSummary}`),
  );
};

const wear = (element: ISpeedTestElement, scheme: 'light' | 'dark'): void => {
  page.style.colorScheme = scheme;
  page.style.background = 'canvas'; // what a browser paints anyway, but axe does not see
  for (const change of element.shadowRoot!.getAnimations()) if (change instanceof CSSTransition) change.finish();
};

describe('every scene', () => {
  it('has a number of its own', () => {
    expect(new Set(SCENES.map(({ n }) => n)).size).to.equal(SCENES.length);
  });

  for (const scene of SCENES_HERE)
    it(`axe finds nothing in ${scene.n}: ${scene.layout}, ${scene.name.en}; neither in the dark nor in English`, async () => {
      const element = await stage(scene);
      wear(element, 'light');
      expect(await violationsIn(element)).to.deep.equal([]);
      wear(element, 'dark');
      // The theme changes colours and nothing else.
      expect(await violationsIn(element, ['color-contrast']), 'dark').to.deep.equal([]);
      await speak(element, 'en');
      expect(await violationsIn(element), 'English').to.deep.equal([]);
    });
});
