import { expect } from '@open-wc/testing';
import { generate, correction } from 'lean-qr';
import { fitText } from '../../src/element/later/fit-text.ts';
import { layOut, PICTURE, type PictureFacts } from '../../src/element/later/picture-layout.ts';
import { crc32, withText } from '../../src/element/later/png-text.ts';
import { shown } from './harness.ts';
import { chunksOf, modulesOf, openedSharing, type Opening, savedPicture } from './open-sharing.ts';

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
