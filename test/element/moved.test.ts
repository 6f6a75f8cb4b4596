import { aTimeout, expect, fixture, html, waitUntil } from '@open-wc/testing';
import type { ISpeedTestElement } from '../../src/define.ts';
import { aCollector, aFrame, appears, mount, mountPuppet, runThrough, shown, workerSrcOf } from './harness.ts';

const isDressed = (element: ISpeedTestElement): boolean =>
  element.ownerDocument.defaultView!.getComputedStyle(shown(element, '.card')!).borderTopStyle === 'solid';

const has = (element: Element, selector: string): boolean => element.shadowRoot?.querySelector(selector) != null;

describe('an element that is moved', () => {
  it('goes on measuring, wherever in the page it comes to', async () => {
    const { element, puppet } = await mountPuppet();
    const end = element.start({ consent: true });
    await puppet.started();
    await appears(element, '.running');
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
