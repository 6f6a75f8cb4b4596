import { expect, waitUntil } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { failing } from '../../demo/scenes/plays.ts';
import type { ISpeedTestElement } from '../../src/define.ts';
import { appears, aPuppet, mount, press, read, runThrough, shown, submitted, workerSrcOf } from './harness.ts';

const page = document.documentElement.style;

beforeEach(() => localStorage.clear());
afterEach(() => {
  page.removeProperty('color-scheme');
  page.removeProperty('background');
});

/** Each state, and how a person gets there. */
const STATES: Readonly<Record<string, (attributes: Record<string, string>) => Promise<ISpeedTestElement>>> = {
  idle: (attributes) => mount({ attributes }),
  asking: async (attributes) => {
    const element = await mount({ attributes });
    await press(element, '[part=start]');
    await appears(element, '[part=consent]');
    return element;
  },
  running: async (attributes) => {
    const element = await mount({ script: 'hold', attributes });
    void element.start({ consent: true });
    await waitUntil(() => read(element, '.reading').includes('187'));
    return element;
  },
  finished: async (attributes) => {
    const element = await mount({ attributes });
    await runThrough(element);
    return element;
  },
  'finished with notes': async (attributes) => {
    const element = await mount({ script: 'weak', attributes });
    await runThrough(element);
    return element;
  },
  sharing: async (attributes) => {
    const element = await mount({ attributes });
    const isSent = submitted(element);
    await runThrough(element);
    await isSent;
    await press(element, '[part=share]');
    await appears(element, '[part=copy]');
    return element;
  },
  history: async (attributes) => {
    const element = await mount({ attributes });
    await runThrough(element);
    await runThrough(element);
    await press(element, '[part=history]');
    await appears(element, '[part=erase]');
    await press(element, '[part=erase]');
    await appears(element, '[part=erase-sure]');
    return element;
  },
  failed: async (attributes) => {
    const element = await mount({
      attributes: { ...attributes, 'worker-src': workerSrcOf(failing('point-busy')) },
    });
    await runThrough(element);
    return element;
  },
  misconfigured: (attributes) => mount({ attributes: { ...attributes, collector: '' } }),
  blocked: async (attributes) => {
    const element = await mount({ script: 'throws', attributes, children: '<img alt="Banner" src="data:," />' });
    await runThrough(element);
    return element;
  },
};

describe('accessibility', () => {
  for (const [state, reach] of Object.entries(STATES))
    for (const locale of ['vi', 'en'])
      for (const scheme of ['light', 'dark'])
        it(`axe finds nothing: ${state}, ${locale}, ${scheme}`, async () => {
          page.colorScheme = scheme;
          page.background = 'canvas'; // what a browser paints anyway, but axe does not see
          const element = await reach({ locale });
          await expect(element).to.be.accessible();
        });

  it('every button is at least 44 px high', async () => {
    for (const reach of Object.values(STATES)) {
      const element = await reach({});
      for (const button of element.renderRoot.querySelectorAll('button'))
        expect(button.getBoundingClientRect().height).to.be.at.least(44);
    }
  });

  it('a whole test can be done with the keyboard, and focus goes where the news is', async () => {
    const element = await mount();
    const focused = () => element.shadowRoot?.activeElement;
    await sendKeys({ press: 'Tab' });
    expect(focused()).to.equal(shown(element, '[part=start]'));
    await sendKeys({ press: 'Enter' });
    await appears(element, '[part=consent]');
    expect(focused()?.textContent).to.equal('Trước khi đo');
    await sendKeys({ press: 'Tab' });
    expect(focused()).to.equal(shown(element, '[part=agree]'));
    await sendKeys({ press: 'Space' });
    await appears(element, '[part=result]');
    await waitUntil(() => focused()?.textContent === 'Kết quả đo');
    await sendKeys({ press: 'Tab' });
    expect(focused()).to.equal(shown(element, '[part=again]'));
  });

  it('a run can be stopped with the keyboard', async () => {
    const element = await mount({ script: 'hold' });
    shown(element, '[part=start]')?.focus();
    void element.start({ consent: true });
    await appears(element, '[part=cancel]');
    await sendKeys({ press: 'Tab' });
    await sendKeys({ press: 'Enter' });
    await appears(element, '[part=start]');
    expect(element.shadowRoot?.activeElement?.textContent).to.equal('Đo tốc độ Internet');
  });

  it('focus stays where it is when it is elsewhere on the page', async () => {
    const element = await mount();
    await runThrough(element);
    expect(element.shadowRoot?.activeElement).to.equal(null);
  });

  it('the live region says each phase and one final sentence, never a running number', async () => {
    const puppet = aPuppet();
    const element = await mount({ attributes: { locale: 'en', 'worker-src': puppet.workerSrc } });
    const region = shown(element, '[role=status]')!;
    const said: string[] = [];
    const observer = new MutationObserver(() => said.push(region.textContent));
    observer.observe(region, { childList: true, characterData: true, subtree: true });
    void element.start({ consent: true });
    await puppet.started();
    await waitUntil(() => read(element, '[role=status]') !== ''); // how soon a frame is painted is the browser's business
    puppet.complete();
    await waitUntil(() => read(element, '[role=status]').startsWith('Test complete'));
    observer.disconnect();
    puppet.close();
    expect(shown(element, '[role=status]')).to.equal(region);
    expect(region.textContent).to.equal('Test complete. Download 187 Mbit/s, upload 94.2 Mbit/s, latency 6.2 ms.');
    expect(said[0]).to.equal('Getting ready…');
    for (const sentence of said.filter((words) => words !== region.textContent)) expect(sentence).not.to.match(/\d/);
  });

  it('the live region says what went wrong and what to do', async () => {
    const element = await mount({
      attributes: { 'worker-src': workerSrcOf(failing('point-busy')), locale: 'en' },
    });
    await runThrough(element);
    expect(read(element, '[role=status]')).to.equal('All measurement points are busy. Try again in a few minutes.');
  });
});
