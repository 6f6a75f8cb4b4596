import { expect, waitUntil } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { ISpeedTestElement } from '../../src/define.ts';
import { appears, mount, press, read, runThrough, shown, workerSrcOf } from './harness.ts';

beforeEach(() => localStorage.clear());
afterEach(() => document.documentElement.style.removeProperty('color-scheme'));

/** Each state, and how a person gets there. */
const STATES: Readonly<Record<string, (attributes: Record<string, string>) => Promise<ISpeedTestElement>>> = {
  idle: (attributes) => mount({ attributes }),
  asking: async (attributes) => {
    const element = await mount({ attributes });
    press(element, '[part=start]');
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
  failed: async (attributes) => {
    const element = await mount({
      attributes: { ...attributes, 'worker-src': `${workerSrcOf('fail')}&code=point-busy` },
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
          document.documentElement.style.colorScheme = scheme;
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
    const element = await mount({ attributes: { locale: 'en' } });
    const region = shown(element, '[role=status]')!;
    const said: string[] = [];
    const observer = new MutationObserver(() => said.push(region.textContent));
    observer.observe(region, { childList: true, characterData: true, subtree: true });
    await runThrough(element);
    await waitUntil(() => read(element, '[role=status]').startsWith('Test complete'));
    observer.disconnect();
    expect(shown(element, '[role=status]')).to.equal(region);
    expect(region.textContent).to.equal('Test complete. Download 187 Mbit/s, upload 94.2 Mbit/s, latency 6.2 ms.');
    expect(said[0]).to.equal('Getting ready…');
  });

  it('the live region says what went wrong and what to do', async () => {
    const element = await mount({
      attributes: { 'worker-src': `${workerSrcOf('fail')}&code=point-busy`, locale: 'en' },
    });
    await runThrough(element);
    expect(read(element, '[role=status]')).to.equal('All measurement points are busy. Try again in a few minutes.');
  });
});
