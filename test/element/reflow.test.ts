import { expect } from '@open-wc/testing';
import type { ISpeedTestElement } from '../../src/define.ts';
import { SCENES } from '../../demo/scenes/scenes.ts';
import { clearStage, stage } from './stage.ts';

const page = document.documentElement;

afterEach(() => {
  clearStage();
  page.removeAttribute('style');
});

/** What is cut at the side of a box that hides or scrolls it, or lies outside the whole. Words for ears only are meant to be cut. */
const stickingOut = (element: ISpeedTestElement): readonly string[] => {
  const { left, right } = element.getBoundingClientRect();
  const describe = ({ localName, className, textContent }: Element) =>
    `<${localName} class="${className}"> ${textContent.trim().slice(0, 40)}`;
  const isInDialog = (part: Element) => part.closest('dialog') !== null;
  return [
    ...element.renderRoot.querySelectorAll('div, section, p, dl, dd, dt, h2, h3, ul, ol, li, table, button, dialog'),
  ]
    .filter((part) => part.checkVisibility() && !part.matches('.quiet'))
    .filter((part) => {
      const box = part.getBoundingClientRect();
      const isOutside = !isInDialog(part) && (box.right > right + 1 || box.left < left - 1);
      const hides = getComputedStyle(part).overflowX !== 'visible';
      return isOutside || (hides && part.scrollWidth > part.clientWidth + 1);
    })
    .map(describe);
};

describe('text of any size, in any width', () => {
  for (const scene of SCENES)
    it(`nothing sticks out in 320 px, nor at 200 % in twice as much, in ${scene.n}: ${scene.layout}, ${scene.name.en}`, async () => {
      for (const locale of ['vi', 'en']) {
        const element = await stage(scene, { locale, width: 320 });
        expect(stickingOut(element), `${locale}, 320 px`).to.deep.equal([]);
        clearStage();
        if (scene.layout === 'kiosk') continue; // nobody enlarges the text of a public screen
        page.style.fontSize = '200%';
        expect(stickingOut(await stage(scene, { locale, width: 640 })), `${locale}, 200 %`).to.deep.equal([]);
        page.style.removeProperty('font-size');
        clearStage();
      }
    });
});
