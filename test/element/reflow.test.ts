import { expect } from '@open-wc/testing';
import type { ISpeedTestElement } from '../../src/define.ts';
import { clearStage, SCENES_HERE, speak, stage } from './stage.ts';

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
  for (const scene of SCENES_HERE)
    it(`nothing sticks out in 320 px, nor at 200 % in twice as much, in ${scene.n}: ${scene.layout}, ${scene.name.en}`, async () => {
      const check = async (width: number, what: string) => {
        const element = await stage(scene, { width });
        expect(stickingOut(element), `${what}, vi`).to.deep.equal([]);
        await speak(element, 'en');
        expect(stickingOut(element), `${what}, en`).to.deep.equal([]);
        clearStage();
      };
      await check(320, '320 px');
      if (scene.layout === 'kiosk') return; // nobody enlarges the text of a public screen
      page.style.fontSize = '200%';
      await check(640, '200 %');
    });
});
