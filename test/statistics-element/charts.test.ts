import { expect } from '@open-wc/testing';
import { logMarksOf, marksOf } from '../../src/statistics-element/charts/axis.ts';
import { joined } from '../../src/statistics-element/charts/distribution.ts';
import { clearStage, read, stage, until } from './stage.ts';

afterEach(clearStage);

describe('the axes', () => {
  it('have round marks around their values', () => {
    expect(marksOf(125.4, 151.2, 4)).to.deep.equal([120, 130, 140, 150, 160]);
    expect(marksOf(0, 0.52, 4)).to.deep.equal([0, 0.2, 0.4, 0.6]);
    expect(marksOf(3, 3, 4).length).to.be.at.least(2);
  });

  it('have 1, 2 and 5 of each decade where they are logarithmic', () => {
    expect(logMarksOf(3, 120)).to.deep.equal([5, 10, 20, 50, 100]);
  });
});

describe('the distribution', () => {
  it('joins fine bins without losing a vote', () => {
    const bars = Array.from({ length: 128 }, (_, i) => ({
      low: 1e6 * 10 ** (i / 64),
      high: 1e6 * 10 ** ((i + 1) / 64),
      votes: i,
    }));
    const sum = (list: readonly { readonly votes: number }[]) => list.reduce((all, { votes }) => all + votes, 0);
    expect(joined(bars)).to.have.length(32);
    expect(sum(joined(bars))).to.equal(sum(bars));
    expect(joined([{ low: 0, high: 0.001, votes: 3 }]), 'zero has no place on the axis').to.deep.equal([]);
  });

  it('says in words what is drawn, and marks the median', async () => {
    const staged = await stage();
    await until(() => staged.root.querySelectorAll('.charts .chart').length === 2);
    const picture = staged.root.querySelectorAll('.charts .chart')[1]!;
    expect(picture.getAttribute('aria-label')).to.equal(
      'Phân bố Tải xuống, Cả nước, mạng cố định, Tháng 9/2026: 48.000 mẫu; 10% dưới 36,0\u00a0Mbit/s, một nửa dưới 150\u00a0Mbit/s, 10% trên 345\u00a0Mbit/s.',
    );
    expect(picture.querySelector('text.median')!.textContent).to.equal('150');
  });
});

describe('the trend', () => {
  it('has a gap, and no figure, where a month is not published', async () => {
    const staged = await stage({ attributes: { access: 'fixed', province: '96' } });
    expect(read(staged, '.charts')).to.include('Theo tháng');
    expect(staged.root.querySelectorAll('.charts .band')).to.have.length(1);
    expect(staged.root.querySelectorAll('.charts .dot')).to.have.length(13);
  });

  it('stands out in the months of the chosen period', async () => {
    const staged = await stage({ attributes: { period: '2026-Q3' } });
    expect(staged.root.querySelectorAll('.charts .dot.now')).to.have.length(3);
  });
});
