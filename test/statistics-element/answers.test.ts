import { expect } from '@open-wc/testing';
import { PROVINCES } from '../../src/protocol/province.ts';
import { area, clearStage, read, stage, until } from './stage.ts';

afterEach(clearStage);

const press = ({ root }: Parameters<typeof area>[0], selector: string) =>
  root.querySelector<HTMLElement>(selector)!.click();

describe('answers of the collector', () => {
  it('that are on the page are never asked for again, however many places somebody looks at', async () => {
    const staged = await stage();
    const { element } = staged;
    for (const [province] of PROVINCES) {
      element.province = province;
      await until(() => staged.root.querySelector('.notice') === null, 'the page stays');
      await element.updateComplete;
    }
    await until(() => !read(staged, '.charts').includes('Đang tải'), 'the last place');
    const asked = await staged.asked();
    expect(asked.length, 'enough to forget some').to.be.above(60);
    expect(asked.filter((each) => each === 'periods?')).to.have.length(1);
    expect(asked.filter((each) => each === '?period=2026-09&access=fixed')).to.have.length(1);
  }).timeout(30_000);

  it('that failed for one part alone can be asked for there', async () => {
    const staged = await stage();
    await staged.behave('failing');
    area(staged, '48').dispatchEvent(new MouseEvent('click'));
    await until(() => read(staged, '.charts').includes('Không tải được phần này.'), 'the curves are missing');
    expect(read(staged, '#place')).to.equal('Đà Nẵng');
    await staged.behave('simulated');
    press(staged, '.charts button');
    await until(() => staged.root.querySelectorAll('.chart').length === 2, 'the curves are here');
    expect(staged.root.querySelector('.charts button')).to.equal(null);
  });

  it('that failed are asked for again by the next choice', async () => {
    const staged = await stage();
    await staged.behave('failing');
    area(staged, '48').dispatchEvent(new MouseEvent('click'));
    await until(() => read(staged, '.charts').includes('Không tải được phần này.'), 'the curves are missing');
    await staged.behave('simulated');
    press(staged, '[name=measure][value=upload]');
    await until(() => staged.root.querySelectorAll('.chart').length === 2, 'the curves are here');
  });

  it('that there are no months yet are said so, whatever period the page asks for', async () => {
    const staged = await stage({
      will: 'nothing',
      attributes: { period: '2026-09' },
      shows: '.notice[data-kind=empty]',
    });
    expect(await staged.asked()).to.deep.equal(['periods?']);
  });
});
