import { aTimeout, expect, fixture, html, waitUntil } from '@open-wc/testing';
import { ISpeedTestElement } from '../../src/define.ts';
import { mount, runThrough, shown, submitted } from './harness.ts';

describe('the page around', () => {
  it('hears nothing on its console during a whole run', async () => {
    const methods = ['log', 'info', 'warn', 'error', 'debug'] as const;
    const real = { ...console };
    const heard: unknown[] = [];
    for (const method of methods) console[method] = (...words: unknown[]) => void heard.push(words);
    try {
      const element = await mount();
      const accepted = submitted(element);
      await runThrough(element);
      await accepted;
      await runThrough(await mount({ script: 'crash' }));
    } finally {
      Object.assign(console, real);
    }
    expect(heard).to.deep.equal([]);
  });

  it('hears nothing of a refused engine whose element it has taken away meanwhile', async () => {
    const errors: string[] = [];
    const hear = window.onerror;
    window.onerror = (message) => void errors.push(message as string);
    for (let ms = 0; ms < 40; ms += 2) {
      const element = await mount({ script: 'throws' });
      void element.start({ consent: true });
      await aTimeout(ms); // somewhere there the refusal is on its way
      element.remove();
    }
    await aTimeout(300);
    window.onerror = hear;
    expect(errors).to.deep.equal([]);
  });

  it('may forbid inline styles: no part of the element has a style attribute', async () => {
    const element = await mount({ script: 'hold' });
    void element.start({ consent: true });
    await waitUntil(() => shown(element, '.trace .line')?.getAttribute('points'));
    expect(element.renderRoot.querySelectorAll('[style]')).to.have.length(0);
    expect(element.renderRoot.querySelectorAll('style')).to.have.length(0);
  });

  it('may load the script twice', async () => {
    const again = '../../src/define.ts?again';
    await import(again);
    expect(customElements.get('i-speed-test')).to.equal(ISpeedTestElement);
  });

  it('may give it 280 px or a whole row: nothing sticks out', async () => {
    for (const width of [280, 360, 640, 1200])
      for (const script of ['hold', 'weak'] as const) {
        const element = await mount({ script });
        element.style.inlineSize = `${width}px`;
        void element.start({ consent: true });
        await waitUntil(() => shown(element, '.running, .finished') !== null);
        const card = shown(element, '.card')!;
        expect(card.scrollWidth, `${script} at ${width}`).to.be.at.most(card.clientWidth);
        expect(element.getBoundingClientRect().width).to.equal(width);
        element.cancel();
      }
  });

  it('may squeeze it in a flex row without losing it', async () => {
    const row = await fixture<HTMLElement>(html`<div></div>`);
    row.style.cssText = 'display: flex; inline-size: 600px';
    const element = await mount();
    row.append(element);
    expect(element.getBoundingClientRect().width).to.be.at.least(280);
  });

  it('may shrink its root font without making the card illegible', async () => {
    document.documentElement.style.fontSize = '62.5%';
    const element = await mount();
    try {
      expect(getComputedStyle(element).fontSize).to.equal('16px');
    } finally {
      document.documentElement.style.removeProperty('font-size');
    }
  });

  it('decides between light and dark by its color-scheme', async () => {
    const element = await mount();
    const background = () => getComputedStyle(shown(element, '.card')!).backgroundColor;
    element.style.colorScheme = 'light';
    expect(background()).to.equal('rgb(255, 255, 255)');
    element.style.colorScheme = 'dark';
    expect(background()).to.equal('rgb(17, 25, 39)');
  });
});
