import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import { heard, mount, runThrough, shown } from './harness.ts';

describe('a page’s styles', () => {
  /** Everything computed, of everything the page has besides the element. */
  const stylesOf = (elements: readonly Element[]): string =>
    elements
      .map((element) => {
        const style = getComputedStyle(element);
        return Array.from(style, (name) => `${name}:${style.getPropertyValue(name)}`).join(';');
      })
      .join('\n');

  it('are as they were, with the element there and after its test', async () => {
    const place = await fixture<HTMLElement>(html`
      <div style="block-size: 2000px">
        <h2>Tin tức</h2>
        <p class="card">Một đoạn <b>văn</b>.</p>
        <button part="start">Gửi</button>
        <section></section>
      </div>
    `);
    const element = await mount();
    element.parentElement!.style.cssText = 'position: absolute; inset: 0 auto auto 0';
    const around = [document.documentElement, document.head, place, ...place.querySelectorAll('*')];
    await runThrough(element);
    const withElement = stylesOf(around);
    element.parentElement!.remove();
    expect(stylesOf(around)).to.equal(withElement);
  });

  it('that speak of all its text do not reach into the card', async () => {
    const element = await mount();
    const card = shown(element, '.card')!;
    const before = stylesOf([card]);
    const width = element.getBoundingClientRect().width;
    const sheet = document.createElement('style');
    sheet.textContent = `* { box-sizing: border-box; }
      body, body * { font: italic small-caps 900 40px/3 cursive !important; letter-spacing: 9px !important; word-spacing: 9px !important;
        text-transform: uppercase !important; text-indent: 50px !important; text-align: center !important; text-shadow: 0 0 9px red !important;
        white-space: nowrap !important; color: red !important; font-size: 16px !important }
      button, h2, p, section, .card, progress { display: none !important }`;
    document.head.append(sheet);
    try {
      expect(stylesOf([card])).to.equal(before);
      expect(element.getBoundingClientRect().width).to.equal(width);
      expect(shown(element, '[part=start]')!.getBoundingClientRect().height).to.be.above(40);
      expect(getComputedStyle(shown(element, 'h2')!).textTransform).to.equal('none');
    } finally {
      sheet.remove();
    }
  });
});

describe('a page that changes', () => {
  it('has no listener more on its window and its document, whatever it had in it', async () => {
    const kept: string[] = [];
    const forget = (name: string) => {
      const at = kept.indexOf(name);
      if (at >= 0) kept.splice(at, 1);
    };
    const restore = [window, document].map((target) => {
      const add = target.addEventListener.bind(target) as EventTarget['addEventListener'];
      const remove = target.removeEventListener.bind(target) as EventTarget['removeEventListener'];
      const whose = target === window ? 'window' : 'document';
      const spied: Pick<EventTarget, 'addEventListener' | 'removeEventListener'> = {
        addEventListener: (name, listener, options) => {
          const known = `${whose} ${name}`;
          kept.push(known);
          if (typeof options === 'object') options.signal?.addEventListener('abort', () => forget(known));
          add(name, listener, options);
        },
        removeEventListener: (name, listener, options) => {
          forget(`${whose} ${name}`);
          remove(name, listener, options);
        },
      };
      Object.assign(target, spied);
      return () => {
        for (const method of Object.keys(spied)) Reflect.deleteProperty(target, method);
      };
    });
    try {
      for (const layout of ['card', 'banner', 'kiosk'])
        for (const script of ['complete', 'hold', 'crash'] as const) {
          const element = await mount({ script, attributes: { layout, kiosk: 'hall-3', 'monitor-minutes': '5' } });
          const isOver = heard(element, script === 'crash' ? 'i-speed-test-failure' : 'i-speed-test-result');
          void element.start({ consent: true });
          if (script === 'hold') await waitUntil(() => element.snapshot !== null);
          else await isOver;
          if (script === 'complete' && layout !== 'kiosk') await heard(element, 'i-speed-test-submitted');
          element.remove();
          await isOver;
          await waitUntil(() => kept.length === 0, `${layout}, ${script}: ${kept.join()}`);
        }
    } finally {
      for (const putBack of restore) putBack();
    }
  });
});
