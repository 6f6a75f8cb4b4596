import { expect, waitUntil } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { generate, correction } from 'lean-qr';
import { render } from 'lit';
import type { ISpeedTestElement } from '../../src/define.ts';
import { qrCode } from '../../src/element/later/qr-code.ts';
import { aCollector, appears, mount, press, read, runThrough, shown, submitted } from './harness.ts';
import { chunksOf, modulesOf, openedSharing, savedPicture } from './open-sharing.ts';

/** Replaces what the browser has, or lacks, for one test. */
const withNavigator = (members: Record<string, unknown>) => {
  for (const [name, value] of Object.entries(members))
    Object.defineProperty(navigator, name, { value, configurable: true });
};
afterEach(() => {
  for (const name of ['share', 'canShare', 'clipboard']) Reflect.deleteProperty(navigator, name);
});

/** The dark modules of a path that is made of `M x y h n v1 h-n z`, as `x y`. */
const darkModules = (path: string): string[] =>
  [...path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\3z/g)].flatMap(([, x, y, n]) =>
    Array.from({ length: Number(n) }, (_, i) => `${Number(x) + i} ${y}`),
  );

/** Whether it is there: a missing element is easier to report than one too many. */
const has = (element: ISpeedTestElement, selector: string): boolean => shown(element, selector) !== null;

/** The names of the panel's parts, in their order. */
const partsOf = (element: ISpeedTestElement): (string | null)[] =>
  [...element.renderRoot.querySelectorAll('[part=panel], [part=panel] [part]')].map((one) => one.getAttribute('part'));

describe('sharing', () => {
  it('shows the link where the result is checked anew, a sentence and a code', async () => {
    const { element, link } = await openedSharing();
    expect(read(element, '[part=link]')).to.equal(link);
    expect(shown(element, '[part=link]')?.getAttribute('href')).to.equal(link);
    expect(read(element, '.words')).to.include('tải xuống 187 Mbit/s, tải lên 94,2 Mbit/s, độ trễ 6,2 ms');
    expect(shown(element, '[part=qr] svg')?.getAttribute('aria-label')).to.equal('Quét để mở kết quả');
    expect(darkModules(shown(element, '[part=qr] path')!.getAttribute('d')!)).to.deep.equal(modulesOf(link));
  });

  it('does not say that a point confirms what it does not', async () => {
    const verified = await openedSharing({ attributes: { locale: 'en' } });
    expect(read(verified.element, '.lead')).to.include('that the measurement point confirms it');
    const { element, link } = await openedSharing({ attributes: { locale: 'en' }, state: 'disagrees' });
    expect(read(element, '.lead')).to.include('does not confirm this test');
    expect(read(element, '[part=link]')).to.equal(link);
  });

  it('has no link and no code of a result that stayed in the page, but sentence and picture', async () => {
    const element = await mount({ attributes: { submit: 'off' } });
    await runThrough(element);
    await press(element, '[part=share]');
    await appears(element, '[part=panel] h2');
    expect(read(element, '.lead')).to.equal('Kết quả này chưa được gửi đi nên chưa có đường dẫn để kiểm chứng.');
    for (const absent of ['[part=link]', '[part=qr]']) expect(has(element, absent), absent).to.equal(false);
    expect(read(element, '.copied')).to.include('187 Mbit/s');
    const chunks = chunksOf(new Uint8Array(await (await savedPicture(element)).arrayBuffer()));
    expect(chunks.map(({ type }) => type)).not.to.include('tEXt');
  });

  it('gets its link when the collector answers while it is open', async () => {
    const collector = aCollector();
    await collector.set({ results: 'moment' });
    const element = await mount({ collector });
    const isSent = submitted(element);
    await runThrough(element);
    await press(element, '[part=share]');
    await appears(element, '[part=panel] h2');
    expect(has(element, '[part=link]')).to.equal(false);
    await collector.set({ results: 'ok' });
    await isSent;
    await element.updateComplete;
    expect(read(element, '[part=link]')).to.include(`${collector.url}/r/`);
  });

  it('says what was not measured', async () => {
    const { element } = await openedSharing({ script: 'partial' });
    expect(read(element, '.words')).to.include('tải lên chưa đo được');
  });

  it('leads back to the result, with the keyboard alone', async () => {
    const { element } = await openedSharing();
    expect(element.shadowRoot?.activeElement?.textContent).to.equal('Chia sẻ kết quả');
    for (const part of ['link', 'copy', ...('share' in navigator ? ['send'] : []), 'picture', 'back']) {
      await sendKeys({ press: 'Tab' });
      expect(element.shadowRoot?.activeElement?.getAttribute('part')).to.equal(part);
    }
    await sendKeys({ press: 'Enter' });
    await appears(element, '[part=result]');
  });

  it('writes no style into the page, so that a strict policy holds', async () => {
    const { element } = await openedSharing();
    expect(has(element, '[style]')).to.equal(false);
  });
});

describe('copying the link', () => {
  it('uses the clipboard and says so', async () => {
    const copied: string[] = [];
    withNavigator({ clipboard: { writeText: (text: string) => Promise.resolve(void copied.push(text)) } });
    const { element, link } = await openedSharing();
    await press(element, '[part=copy]');
    await waitUntil(() => read(element, '.news') === 'Đã sao chép');
    expect(copied).to.deep.equal([link]);
    expect(shown(element, '.news')?.getAttribute('role')).to.equal('status');
  });

  it('selects the link where there is no clipboard', async () => {
    withNavigator({ clipboard: { writeText: () => Promise.reject(new Error('forbidden')) } });
    Object.defineProperty(document, 'execCommand', { value: () => false, configurable: true });
    const { element, link } = await openedSharing();
    await press(element, '[part=copy]');
    await waitUntil(() => read(element, '.news').startsWith('Đã bôi đen'));
    Reflect.deleteProperty(document, 'execCommand');
    expect(getSelection()?.toString()).to.equal(link);
  });
});

describe('sending', () => {
  it('is offered only where the device can', async () => {
    const { element } = await openedSharing();
    expect(has(element, '[part=send]')).to.equal('share' in navigator);
  });

  it('hands over sentence and link', async () => {
    const sent: ShareData[] = [];
    withNavigator({ share: (data: ShareData) => Promise.resolve(void sent.push(data)), canShare: () => false });
    const { element, link } = await openedSharing();
    await press(element, '[part=send]');
    await waitUntil(() => sent.length === 1);
    expect(sent[0]!.url).to.equal(link);
    expect(sent[0]!.text).to.include('187 Mbit/s');
    expect(sent[0]!.files).to.equal(undefined);
  });

  it('hands over the picture too where the device takes files; the link is then in the text', async () => {
    const sent: ShareData[] = [];
    withNavigator({ share: (data: ShareData) => Promise.resolve(void sent.push(data)), canShare: () => true });
    const { element, link } = await openedSharing();
    await press(element, '[part=send]');
    await waitUntil(() => sent.length === 1);
    expect(sent[0]!.text).to.match(new RegExp(`6,2 ms\\. ${link}$`));
    expect(sent[0]!.files!.map(({ type }) => type)).to.deep.equal(['image/png']);
  });

  it('is nothing to speak of where the person thinks better of it', async () => {
    withNavigator({ share: () => Promise.reject(new DOMException('', 'AbortError')), canShare: () => false });
    const { element } = await openedSharing();
    await press(element, '[part=send]');
    await element.updateComplete;
    expect(read(element, '.news')).to.equal('');
  });
});

describe('a QR code', () => {
  it('has four modules of white on every side', () => {
    const place = document.createElement('div');
    render(qrCode('https://example.vn', 'Scan'), place);
    const svg = place.querySelector('svg')!;
    const size = generate('https://example.vn', { minCorrectionLevel: correction.M }).size;
    expect(svg.getAttribute('viewBox')).to.equal(`-4 -4 ${size + 8} ${size + 8}`);
    expect(place.querySelector('rect')!.getAttribute('fill')).to.equal('#fff');
  });
});

describe('sharing at a kiosk', () => {
  it('has the code and the words, and nothing that leaves the machine or stays on it', async () => {
    withNavigator({ share: () => Promise.resolve() });
    const { element, link } = await openedSharing();
    element.layout = 'kiosk';
    await appears(element, '[part=kiosk] [part=qr] path');
    expect(darkModules(shown(element, '[part=qr] path')!.getAttribute('d')!)).to.deep.equal(modulesOf(link));
    expect(partsOf(element)).to.deep.equal(['panel', 'qr', 'back']);
    expect(has(element, '[part=panel] a')).to.equal(false);
  });
});
