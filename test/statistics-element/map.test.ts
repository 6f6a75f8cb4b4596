import { expect } from '@open-wc/testing';
import { PROVINCES, type ProvinceCode } from '../../src/protocol/province.ts';
import { nextInDirection } from '../../src/statistics-element/map/next-in-direction.ts';
import { DRAWN_PROVINCES, INSETS } from '../../src/statistics-element/map/provinces.ts';
import { area, clearStage, read, stage } from './stage.ts';
import { sendKeys } from '@web/test-runner-commands';

afterEach(clearStage);

describe('the map', () => {
  it('draws each of the 34 provinces once', () => {
    expect(DRAWN_PROVINCES.map(({ code }) => code)).to.deep.equal(PROVINCES.map(([code]) => code));
  });

  it('has Hoàng Sa with Đà Nẵng and Trường Sa with Khánh Hòa, labelled, in their colours, at every width', async () => {
    for (const width of [320, 1100]) {
      const staged = await stage({ width });
      for (const { province, name } of INSETS) {
        const shape = area(staged, province);
        const islands = [...shape.querySelectorAll('circle')];
        expect(islands.length, name).to.be.at.least(5);
        for (const part of [...islands, ...shape.querySelectorAll('text')])
          expect(part.checkVisibility(), name).to.equal(true);
        expect(shape.textContent).to.include(`Quần đảo ${name}`);
        const colour = (part: Element) => getComputedStyle(part).fill;
        for (const island of islands) expect(colour(island)).to.equal(colour(shape.querySelector('path')!));
        const box = shape.querySelector('.inset')!.getBoundingClientRect();
        for (const island of islands) {
          const { left, right, top, bottom } = island.getBoundingClientRect();
          expect(
            left > box.left && right < box.right && top > box.top && bottom < box.bottom,
            `${name} in its box`,
          ).to.equal(true);
        }
      }
      clearStage();
    }
  });

  it('names each province with its value, interval and count', async () => {
    const staged = await stage();
    expect(area(staged, '48').getAttribute('aria-label')).to.match(
      /^Đà Nẵng: [\d,]+\sMbit\/s, khoảng tin cậy 95% [\d,]+ – [\d,]+, [\d.]+ mẫu; Quần đảo Hoàng Sa \(Đà Nẵng\)$/,
    );
  });

  it('hatches what may not be published, and says why and how many samples are missing', async () => {
    const staged = await stage();
    const few = area(staged, '04');
    expect(few.getAttribute('aria-label')).to.equal('Cao Bằng: Chưa công bố. quá ít mẫu (cần thêm 28 mẫu); 72 mẫu');
    expect(getComputedStyle(few.querySelector('path')!).fill).to.include('#open');
    expect(area(staged, '12').getAttribute('aria-label')).to.include('Ẩn vì quá ít mẫu');
    expect(area(staged, '14').getAttribute('aria-label')).to.include('Chưa có mẫu');
    expect(area(staged, '20').getAttribute('aria-label')).to.include('một trang chiếm quá nhiều mẫu');
  });

  it('has a legend with the bounds of its classes, their unit, and both patterns', async () => {
    const staged = await stage();
    expect(read(staged, '.legend')).to.equal(
      'Tải xuống (Mbit/s) dưới 100 100 – 150 150 – 200 từ 200 Mbit/s chưa đủ điều kiện công bố chưa có mẫu',
    );
  });

  it('is one stop of the Tab key; arrows go on from there, and Enter chooses', async () => {
    const staged = await stage({ attributes: { province: '01' } });
    const stops = [...staged.root.querySelectorAll('[data-code]')].filter(
      (shape) => shape.getAttribute('tabindex') === '0',
    );
    expect(stops).to.deep.equal([area(staged, '01')]);
    area(staged, '01').focus();
    await sendKeys({ press: 'ArrowUp' });
    const focused = () => staged.element.shadowRoot!.activeElement as SVGGElement;
    expect(focused().dataset['code']).to.equal('19');
    await staged.element.updateComplete;
    expect(read(staged, '.readout')).to.include('Thái Nguyên');
    await sendKeys({ press: 'Enter' });
    await staged.element.updateComplete;
    expect(staged.element.province).to.equal('19');
    expect(focused().getAttribute('aria-pressed')).to.equal('true');
    await sendKeys({ press: 'Space' });
    expect(staged.element.province, 'a second press goes back to the country').to.equal(null);
  });

  it('leaves the browser its own keys: Alt with an arrow goes back', async () => {
    const staged = await stage({ attributes: { province: '01' } });
    area(staged, '01').focus();
    const keys = [{ altKey: true }, { ctrlKey: true }, { metaKey: true }, {}].map(
      (held) => new KeyboardEvent('keydown', { key: 'ArrowLeft', cancelable: true, ...held }),
    );
    for (const key of keys) area(staged, '01').dispatchEvent(key);
    expect(keys.map(({ defaultPrevented }) => defaultPrevented)).to.deep.equal([false, false, false, true]);
  });

  it('leads by arrows from any province to every other', () => {
    for (const start of ['01', '96'] as const) {
      const reached = new Set<ProvinceCode>([start]);
      for (const code of reached)
        for (const key of ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight']) {
          const next = nextInDirection(code, key);
          if (next) reached.add(next);
        }
      expect(reached.size, `from ${start}`).to.equal(34);
    }
  });

  it('writes what is pointed at into the sea, and nothing once nothing is', async () => {
    const staged = await stage();
    area(staged, '20').dispatchEvent(new PointerEvent('pointerenter'));
    await staged.element.updateComplete;
    expect(read(staged, '.readout')).to.include('Lạng Sơn');
    expect(read(staged, '.readout')).to.include('cần thêm');
    area(staged, '20').dispatchEvent(new PointerEvent('pointerleave'));
    await staged.element.updateComplete;
    expect(read(staged, '.readout')).to.equal('(nothing)');
  });
});
