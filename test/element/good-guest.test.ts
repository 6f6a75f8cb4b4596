import { aTimeout, expect, fixture, html, waitUntil } from '@open-wc/testing';
import type { ISpeedTestElement } from '../../src/define.ts';
import { TURN_LOCK } from '../../src/element/take-turn.ts';
import { aCollector, aPuppet, heard, mount, press, read, runThrough, shown, workerSrcOf } from './harness.ts';

const WAITS = 'Đang chờ một phép đo khác kết thúc…';

const isWaiting = (element: ISpeedTestElement) =>
  waitUntil(() => read(element, '.running h2') === WAITS, 'does not say that it waits');

/** An element whose engine does what the test says. */
const mountPuppet = async () => {
  const puppet = aPuppet();
  return { puppet, element: await mount({ attributes: { 'worker-src': puppet.workerSrc } }) };
};

/** A frame of this origin: to the browser another page, with another document. */
const aFrame = async () => {
  const frame = await fixture<HTMLIFrameElement>(html`<iframe src="/demo/scenes/scenes.css"></iframe>`);
  await waitUntil(() => frame.contentDocument?.readyState === 'complete' && frame.contentWindow?.location.host);
  return frame;
};

const isDressed = (element: ISpeedTestElement): boolean =>
  element.ownerDocument.defaultView!.getComputedStyle(shown(element, '.card')!).borderTopStyle === 'solid';

const has = (element: Element, selector: string): boolean => element.shadowRoot?.querySelector(selector) != null;

describe('several elements of one page', () => {
  it('measure one after the other, and the one that waits says so', async () => {
    const [one, other] = [await mountPuppet(), await mountPuppet()];
    const first = one.element.start({ consent: true });
    await one.puppet.started();
    const second = other.element.start({ consent: true });
    await isWaiting(other.element);
    expect(read(other.element, '[role=status]')).to.equal(WAITS);
    expect(other.puppet.commands).to.deep.equal([]);
    one.puppet.complete();
    expect((await first).outcome).to.equal('complete');
    await other.puppet.started();
    other.puppet.complete();
    expect((await second).outcome).to.equal('complete');
    one.puppet.close();
    other.puppet.close();
  });

  it('do so without the Web Locks API, too', async () => {
    const own = Object.getOwnPropertyDescriptor(navigator, 'locks');
    Object.defineProperty(navigator, 'locks', { configurable: true, value: undefined });
    try {
      const [one, other, third] = [await mountPuppet(), await mountPuppet(), await mountPuppet()];
      void one.element.start({ consent: true });
      await one.puppet.started();
      const given = other.element.start({ consent: true });
      const last = third.element.start({ consent: true });
      await isWaiting(third.element);
      other.element.cancel();
      expect((await given).outcome).to.equal('cancelled');
      expect(third.puppet.commands).to.deep.equal([]);
      one.element.cancel();
      await third.puppet.started();
      third.puppet.complete();
      expect((await last).outcome).to.equal('complete');
      for (const { puppet } of [one, other, third]) puppet.close();
    } finally {
      if (own) Object.defineProperty(navigator, 'locks', own);
      else Reflect.deleteProperty(navigator, 'locks');
    }
  });

  it('say nothing of waiting where nobody has to', async () => {
    const element = await mount({ script: 'hold' });
    const said = new Set<string>();
    new MutationObserver(() => said.add(read(element, '[role=status]'))).observe(element.renderRoot, {
      subtree: true,
      childList: true,
      characterData: true,
    });
    void element.start({ consent: true });
    await waitUntil(() => element.snapshot !== null);
    await aTimeout(500);
    expect([...said])
      .to.include('Đang đo tải xuống…')
      .and.not.to.include(WAITS);
  });

  it('let a person who waits give up at once', async () => {
    const collector = aCollector();
    const one = await mountPuppet();
    void one.element.start({ consent: true });
    await one.puppet.started();
    const other = await mount({ collector });
    const given = other.start({ consent: true });
    await isWaiting(other);
    await press(other, '[part=cancel]');
    expect((await given).outcome).to.equal('cancelled');
    one.element.cancel();
    await aTimeout(100);
    expect((await collector.log()).asked, 'a test was asked for that nobody waits for').to.deep.equal([]);
    one.puppet.close();
  });

  it('have their turn when the one that measures is taken away', async () => {
    const one = await mountPuppet();
    void one.element.start({ consent: true });
    await one.puppet.started();
    const other = await mount();
    const end = other.start({ consent: true });
    await isWaiting(other);
    one.element.remove();
    expect((await end).outcome).to.equal('complete');
    one.puppet.close();
  });

  it('have their own result, and no word of the other’s', async () => {
    const [one, other] = [await mount(), await mount()];
    await runThrough(one);
    expect(other.result).to.equal(null);
    expect(other.snapshot).to.equal(null);
    expect(shown(other, '[part=start]')).not.to.equal(null);
  });
});

describe('pages of one origin', () => {
  /** As another tab has it that measures; gives it back when called. */
  const holdTurnElsewhere = async () => {
    const frame = await aFrame();
    return new Promise<() => void>((resolve) => {
      void frame.contentWindow!.navigator.locks.request(TURN_LOCK, () => new Promise<void>(resolve));
    });
  };

  it('measure one after the other', async () => {
    const giveBack = await holdTurnElsewhere();
    const element = await mount();
    const end = element.start({ consent: true });
    await isWaiting(element);
    giveBack();
    expect((await end).outcome).to.equal('complete');
  });

  it('do not wait for ever for a tab that the system froze', async () => {
    const timeout = AbortSignal.timeout.bind(AbortSignal);
    AbortSignal.timeout = () => timeout(400);
    try {
      const giveBack = await holdTurnElsewhere();
      const element = await mount();
      const end = element.start({ consent: true });
      await isWaiting(element);
      expect((await end).outcome).to.equal('complete');
      giveBack();
    } finally {
      AbortSignal.timeout = timeout;
    }
  });
});

describe('an element that is moved', () => {
  it('goes on measuring, wherever in the page it comes to', async () => {
    const { element, puppet } = await mountPuppet();
    const end = element.start({ consent: true });
    await puppet.started();
    const shadow = (await fixture(html`<div></div>`)).attachShadow({ mode: 'open' });
    for (const place of [await fixture(html`<div></div>`), shadow]) {
      place.append(element);
      await aTimeout(50);
      expect(has(element, '.running')).to.equal(true);
    }
    puppet.complete();
    expect((await end).outcome).to.equal('complete');
    puppet.close();
  });

  it('goes on when it is out for the length of a few promises, as libraries that change pages have it', async () => {
    const { element, puppet } = await mountPuppet();
    const end = element.start({ consent: true });
    await puppet.started();
    const place = element.parentElement!;
    element.remove();
    for (let turn = 0; turn < 5; turn++) await Promise.resolve();
    place.append(element);
    await aTimeout(50);
    puppet.complete();
    expect((await end).outcome).to.equal('complete');
    puppet.close();
  });

  it('stops when it is taken out for good, and begins anew when it comes back', async () => {
    const { element, puppet } = await mountPuppet();
    const place = element.parentElement!;
    const end = element.start({ consent: true });
    await puppet.started();
    element.remove();
    expect((await end).outcome).to.equal('cancelled');
    place.append(element);
    await element.updateComplete;
    expect(has(element, '[part=start]')).to.equal(true);
    element.workerSrc = workerSrcOf('complete');
    expect((await element.start({ consent: true })).outcome).to.equal('complete');
    puppet.close();
  });

  it('measures in the document of a frame that adopts it', async () => {
    const element = await mount();
    const { contentDocument } = await aFrame();
    contentDocument!.adoptNode(element);
    contentDocument!.body.append(element);
    expect((await runThrough(element)).outcome).to.equal('complete');
    expect(isDressed(element)).to.equal(true);
    expect(shown(element, '.details')!.checkVisibility()).to.equal(true);
  });

  it('is begun in the document of a frame', async () => {
    const element = document.createElement('i-speed-test');
    element.setAttribute('collector', aCollector().url);
    element.setAttribute('worker-src', workerSrcOf('complete'));
    (await aFrame()).contentDocument!.body.append(element);
    await waitUntil(() => has(element, '[part=start]'));
    expect(isDressed(element)).to.equal(true);
    expect((await element.start({ consent: true })).outcome).to.equal('complete');
  });

  it('keeps its looks on the way through a template', async () => {
    const element = await mount();
    await runThrough(element);
    const place = element.parentElement!;
    const before = getComputedStyle(shown(element, '.details')!).padding;
    document.createElement('template').content.append(element);
    place.append(element);
    expect(isDressed(element)).to.equal(true);
    expect(getComputedStyle(shown(element, '.details')!).padding).to.equal(before);
  });
});

describe('a copy of an element', () => {
  const works = async (copy: ISpeedTestElement) => {
    await waitUntil(() => has(copy, '[part=start]'), 'has no button');
    expect(copy.result).to.equal(null);
    expect((await copy.start({ consent: true })).outcome).to.equal('complete');
  };

  it('of one that has a result begins anew, as in the page that Turbo keeps for the way back', async () => {
    const element = await mount({ children: '<b slot="title">Internet nhà bạn</b>' });
    await runThrough(element);
    const page = element.parentElement!;
    const kept = page.cloneNode(true) as HTMLElement;
    page.replaceWith(kept);
    const copy = kept.querySelector('i-speed-test')!;
    expect(copy.querySelector('b')!.textContent).to.equal('Internet nhà bạn');
    await works(copy);
  });

  it('made by innerHTML, as PJAX changes pages, begins anew, and the one before it ends', async () => {
    const { element, puppet } = await mountPuppet();
    const end = element.start({ consent: true });
    await puppet.started();
    const place = element.parentElement!;
    element.setAttribute('worker-src', workerSrcOf('complete')); // for the copy: it speaks for no puppet
    const markup = place.innerHTML;
    place.innerHTML = markup;
    expect((await end).outcome).to.equal('cancelled');
    await works(place.querySelector('i-speed-test')!);
    puppet.close();
  });

  it('from a template works', async () => {
    const template = document.createElement('template');
    template.innerHTML = `<i-speed-test collector="${aCollector().url}" worker-src="${workerSrcOf('complete')}"></i-speed-test>`;
    const place = await fixture(html`<div></div>`);
    for (let copies = 0; copies < 2; copies++) place.append(template.content.cloneNode(true));
    for (const copy of place.querySelectorAll('i-speed-test')) await works(copy);
  });

  it('in a shadow root that the page’s HTML declares works', async () => {
    const markup = `<div><template shadowrootmode="open"><i-speed-test locale="vi" collector="${aCollector().url}"
      worker-src="${workerSrcOf('complete')}"></i-speed-test></template></div>`;
    const place = await fixture<HTMLElement>(html`<div></div>`);
    if (!('setHTMLUnsafe' in place)) return; // older WebKits cannot be handed one by a script
    (place as { setHTMLUnsafe: (markup: string) => void }).setHTMLUnsafe(markup);
    await works(place.firstElementChild!.shadowRoot!.querySelector('i-speed-test')!);
  });

  it('that is made of a server’s shadow root for it takes that one for its own', async () => {
    const place = await fixture<HTMLElement>(html`<div></div>`);
    if (!('setHTMLUnsafe' in place)) return;
    (place as { setHTMLUnsafe: (markup: string) => void }).setHTMLUnsafe(
      `<i-speed-test collector="${aCollector().url}" worker-src="${workerSrcOf('complete')}"><template shadowrootmode="open"></template></i-speed-test>`,
    );
    await works(place.querySelector('i-speed-test')!);
  });
});

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
