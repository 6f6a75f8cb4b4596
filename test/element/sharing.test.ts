import { expect, waitUntil } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { generate, correction } from 'lean-qr';
import { render } from 'lit';
import { fitText } from '../../src/element/later/fit-text.ts';
import { layOut, PICTURE, type PictureFacts } from '../../src/element/later/picture-layout.ts';
import { crc32, withText } from '../../src/element/later/png-text.ts';
import { qrCode } from '../../src/element/later/qr-code.ts';
import type { ISpeedTestElement } from '../../src/define.ts';
import { aCollector, appears, mount, press, read, runThrough, type Script, shown, submitted } from './harness.ts';
import { savedBy } from './saved-by.ts';

interface Opening {
  readonly attributes?: Readonly<Record<string, string>>;
  readonly script?: Script;
  readonly state?: string;
}

/** An element whose result was accepted, with its sharing open; and the link it must show. */
const openedSharing = async ({ attributes = {}, script = 'complete', state = 'verified' }: Opening = {}) => {
  const collector = aCollector();
  await collector.set({ state });
  const element = await mount({ collector, script, attributes: { province: '48', ...attributes } });
  const isSent = submitted(element);
  const { testId } = await runThrough(element);
  await isSent;
  await press(element, '[part=share]');
  await appears(element, '[part=panel] h2');
  return { element, link: `${collector.url}/r/${testId}` };
};

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

const modulesOf = (text: string): string[] => {
  const code = generate(text, { minCorrectionLevel: correction.M });
  const all = Array.from({ length: code.size ** 2 }, (_, i) => [i % code.size, Math.floor(i / code.size)] as const);
  return all.filter(([x, y]) => code.get(x, y)).map(([x, y]) => `${x} ${y}`);
};

/** Chunks of a PNG with their type, bytes and whether the checksum holds. */
const chunksOf = (png: Uint8Array) => {
  const view = new DataView(png.buffer, png.byteOffset);
  const chunks: { type: string; text: string; isSound: boolean }[] = [];
  for (let at = 8; at < png.length;) {
    const length = view.getUint32(at);
    const body = png.subarray(at + 4, at + 8 + length);
    const text = String.fromCharCode(...body.subarray(0, 4 + Math.min(length, 500)));
    chunks.push({
      type: text.slice(0, 4),
      text: text.slice(4),
      isSound: crc32(body) === view.getUint32(at + 8 + length),
    });
    at += 12 + length;
  }
  return chunks;
};

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

const savedPicture = (element: ISpeedTestElement) => savedBy(() => press(element, '[part=picture]'));

describe('the picture', () => {
  it('is a PNG of 1200 × 630 with the link in its metadata', async () => {
    const { element, link } = await openedSharing();
    const file = await savedPicture(element);
    expect(file.name).to.match(/^i-speed-test-2026110[12]-\d{4}\.png$/);
    const { width, height } = await createImageBitmap(file);
    expect([width, height]).to.deep.equal([1200, 630]);
    const chunks = chunksOf(new Uint8Array(await file.arrayBuffer()));
    expect(chunks.every(({ isSound }) => isSound)).to.equal(true);
    expect(chunks.at(-1)!.type).to.equal('IEND');
    expect(chunks.at(-2)).to.include({ type: 'tEXt', text: `Comment\0${link}` });
  });

  it('has the code of the link in it, dark on white in a dark page too', async () => {
    document.documentElement.style.colorScheme = 'dark';
    const { element, link } = await openedSharing();
    const pixels = await pixelsOf(await savedPicture(element));
    document.documentElement.style.removeProperty('color-scheme');
    const code = generate(link, { minCorrectionLevel: correction.M });
    const scale = Math.floor(276 / code.size);
    const rest = (276 - scale * code.size) / 2;
    const found: string[] = [];
    for (let y = 0; y < code.size; y++)
      for (let x = 0; x < code.size; x++) {
        const [left, top] = [Math.round(868 + rest), Math.round(130 + rest)];
        if (pixels(left + (x + 0.5) * scale, top + (y + 0.5) * scale) < 128) found.push(`${x} ${y}`);
      }
    expect(found).to.deep.equal(modulesOf(link));
  });

  it('is shown before it is sent', async () => {
    const { element } = await openedSharing();
    const canvas = shown(element, '.preview canvas') as HTMLCanvasElement;
    expect(canvas.getBoundingClientRect().width).to.be.greaterThan(200);
    expect(canvas.getBoundingClientRect().width / canvas.getBoundingClientRect().height).to.be.closeTo(
      1200 / 630,
      0.05,
    );
  });

  it('names the point as people do, and the province', async () => {
    const { facts } = await factsOf({ attributes: { locale: 'en' } });
    expect(facts).to.include('Đà Nẵng').and.include('Da Nang').and.include('VNPT');
  });
});

/** The words on a picture, caught while it is drawn. */
const factsOf = async (opening: Opening) => {
  const drawn: string[] = [];
  // eslint-disable-next-line @typescript-eslint/unbound-method -- put back below
  const { fillText } = CanvasRenderingContext2D.prototype;
  CanvasRenderingContext2D.prototype.fillText = function (text, ...rest) {
    drawn.push(text);
    fillText.call(this, text, ...rest);
  };
  try {
    return { ...(await openedSharing(opening)), facts: drawn };
  } finally {
    CanvasRenderingContext2D.prototype.fillText = fillText;
  }
};

/** How light a pixel of a picture is, 0 to 255. */
const pixelsOf = async (file: Blob) => {
  const canvas = document.createElement('canvas');
  Object.assign(canvas, PICTURE);
  const brush = canvas.getContext('2d')!;
  brush.drawImage(await createImageBitmap(file), 0, 0);
  const { data } = brush.getImageData(0, 0, PICTURE.width, PICTURE.height);
  return (x: number, y: number) => data[(Math.floor(y) * PICTURE.width + Math.floor(x)) * 4]!;
};

describe('the layout of the picture', () => {
  const long = 'Công ty Cổ phần Hạ tầng Viễn thông Thành phố Hồ Chí Minh và các vùng lân cận';
  const facts = (change: Partial<PictureFacts> = {}): PictureFacts => ({
    direction: 'ltr',
    title: long,
    when: long,
    rates: [
      { name: long, value: '123.456.789', unit: long, tone: 'download' },
      { name: long, value: null, unit: long, tone: 'upload' },
    ],
    details: Array.from({ length: 4 }, () => ({ name: long, value: long })),
    link: { address: `https://${'a'.repeat(120)}.example.vn/r/x`, caption: long, scan: long },
    ...change,
  });
  const measure = (text: string, size: number) => text.length * size * 0.6;

  for (const [name, link] of Object.entries({ 'with a link': facts().link, 'without one': null }))
    it(`keeps every text inside, ${name}`, () => {
      for (const mark of layOut(facts({ link }), measure)) {
        const width = mark.kind === 'text' ? measure(mark.text, mark.size) : mark.width;
        const from =
          mark.kind !== 'text' || mark.align === 'start' ? mark.x : mark.x - width / (mark.align === 'end' ? 1 : 2);
        expect(from, JSON.stringify(mark)).to.be.at.least(0);
        expect(from + width, JSON.stringify(mark)).to.be.at.most(PICTURE.width);
      }
    });

  it('writes both numbers in one size', () => {
    const rates = [
      { name: '', value: '1', unit: 'Mbit/s', tone: 'download' },
      { name: '', value: '1.234', unit: 'Mbit/s', tone: 'upload' },
    ] as const;
    const sizes = layOut(facts({ rates }), measure).flatMap((mark) =>
      mark.kind === 'text' && ['1', '1.234'].includes(mark.text) ? [mark.size] : [],
    );
    expect(sizes).to.have.length(2);
    expect(sizes[0]).to.equal(sizes[1]);
  });

  it('makes a text smaller before it cuts it', () => {
    const place = { width: 60, size: 20, weight: 400, least: 10 };
    expect(fitText('12345', place, measure)).to.deep.equal({ text: '12345', size: 20 });
    expect(fitText('1234567890', place, measure)).to.deep.equal({ text: '1234567890', size: 10 });
    expect(fitText('1234567 901234', place, measure)).to.deep.equal({ text: '1234567 9…', size: 10 });
  });
});

describe('text in a PNG', () => {
  it('has the checksum that the format wants', () => {
    expect(crc32(new TextEncoder().encode('IEND'))).to.equal(0xae426082);
    expect(crc32(new TextEncoder().encode('123456789'))).to.equal(0xcbf43926);
  });

  it('stands before the end and leaves the rest as it was', () => {
    const png = Uint8Array.from({ length: 40 }, (_, i) => i);
    const longer = withText(png, 'Comment', 'x');
    expect(longer).to.have.length(40 + 12 + 9);
    expect([...longer.subarray(0, 28), ...longer.subarray(-12)]).to.deep.equal([...png]);
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
