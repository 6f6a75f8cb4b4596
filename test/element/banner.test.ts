import { expect, waitUntil } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { ISpeedTestElement } from '../../src/define.ts';
import type { Progress } from '../../src/protocol/progress.ts';
import { aCollector, appears, mount, press, read, runThrough, shown, type Script } from './harness.ts';

const PROGRESS: Progress = {
  provinceCodes: 'VN-2025',
  province: '48',
  month: '2026-11',
  votes: 73,
  needed: 100,
  missing: 27,
  figures: null,
  operator: null,
};

beforeEach(() => localStorage.clear());

const aBanner = async (attributes: Readonly<Record<string, string>> = {}, script: Script = 'complete') => {
  const collector = aCollector();
  await collector.set({ progress: PROGRESS });
  const element = await mount({ collector, script, attributes: { layout: 'banner', ...attributes } });
  await appears(element, '[part=strip]');
  return element;
};

const dialog = (element: ISpeedTestElement) => element.renderRoot.querySelector('dialog')!;

describe('the banner', () => {
  it('says what the province still needs this month', async () => {
    const element = await aBanner({ province: '48', size: '728x90' });
    await waitUntil(() => read(element, '.name') === 'Đà Nẵng: 73/100 mẫu');
    expect(read(element, '.more')).to.include('còn thiếu 27 mẫu');
    expect(shown(element, 'progress.samples')).to.include({ value: 73, max: 100 });
  });

  it('says what it is where no province was named, and asks nobody', async () => {
    const element = await aBanner();
    expect(read(element, '.strip')).to.include('Đo tốc độ Internet').and.include('Miễn phí');
  });

  it('calls no test free on a line that is paid by the megabyte, but says what it costs', async () => {
    Object.defineProperty(navigator, 'connection', { configurable: true, value: { type: 'cellular' } });
    try {
      for (const province of ['48', '']) {
        const element = await aBanner({ province, size: '320x100' });
        if (province) await waitUntil(() => shown(element, '.samples') !== null);
        expect(read(element, '.more')).to.match(/^Dùng khoảng .+ MB/);
        const strip = shown(element, '.strip')!;
        expect(strip.scrollHeight).to.be.at.most(strip.clientHeight);
      }
    } finally {
      Reflect.deleteProperty(navigator, 'connection');
    }
  });

  for (const [size, width, height] of [
    ['728x90', 728, 90],
    ['300x250', 300, 250],
    ['320x100', 320, 100],
  ] as const)
    it(`has the old banner's box of ${size} in every state, and nothing sticks out`, async () => {
      for (const script of ['complete', 'hold', 'weak'] as const)
        for (const locale of ['vi', 'en']) {
          const element = await aBanner({ size, province: '48', locale }, script);
          await waitUntil(() => shown(element, '.samples') !== null);
          expect(element.getBoundingClientRect()).to.include({ width, height });
          void element.start({ consent: true });
          await waitUntil(() => shown(element, '[data-state=running] .trace, [data-state=finished]') !== null);
          expect(element.getBoundingClientRect(), script).to.include({ width, height });
          const strip = shown(element, '.strip')!;
          expect(strip.scrollWidth, script).to.be.at.most(strip.clientWidth);
          expect(strip.scrollHeight, script).to.be.at.most(strip.clientHeight);
          element.cancel();
        }
    });

  it('grows instead of cutting text that a person has enlarged', async () => {
    const element = await aBanner({ size: '320x100', province: '48' });
    await waitUntil(() => shown(element, '.samples') !== null);
    document.documentElement.style.fontSize = '200%';
    try {
      const strip = shown(element, '.strip')!;
      expect(element.getBoundingClientRect().height).to.be.above(100);
      expect(strip.scrollWidth).to.be.at.most(strip.clientWidth);
    } finally {
      document.documentElement.style.removeProperty('font-size');
    }
  });

  it('asks for consent in the card over the page, and measures in its own box after it', async () => {
    const element = await aBanner({ size: '728x90' }, 'hold');
    await press(element, '[part=start]');
    await appears(element, 'dialog[open] [part=consent]');
    expect(element.shadowRoot?.activeElement?.textContent).to.equal('Trước khi đo');
    await press(element, '[part=agree]');
    await appears(element, '.strip[data-state=running]');
    expect(dialog(element).open).to.equal(false);
    element.cancel();
  });

  it('takes Escape at the question for no', async () => {
    const element = await aBanner();
    const end = element.start();
    await appears(element, 'dialog[open] [part=consent]');
    await sendKeys({ press: 'Escape' });
    expect((await end).outcome).to.equal('cancelled');
    await waitUntil(() => !dialog(element).open);
  });

  it('opens its whole result over the page, and closes it again', async () => {
    const element = await aBanner({ size: '728x90' });
    await element.start({ consent: true });
    await appears(element, '.figures');
    expect(read(element, '.figures')).to.include('187').and.include('94,2').and.include('6,2');
    await press(element, '[part=open]');
    await appears(element, 'dialog[open] .details');
    await press(element, 'dialog [part=cancel]');
    await waitUntil(() => !dialog(element).open);
    expect(shown(element, '.figures')).not.to.equal(null);
  });

  it('keeps the old banner until it has come, and where a run fails says why and how to go on', async () => {
    const collector = aCollector();
    const element = await mount({ collector, attributes: { layout: 'banner' }, children: '<p>old</p>' });
    await appears(element, '[part=strip]');
    await collector.set({ tests: 'drop' });
    await runThrough(element);
    await appears(element, '[part=retry]');
    expect(read(element, '[part=failure]')).to.include('Không liên lạc được với hệ thống đo.');
  });
});
