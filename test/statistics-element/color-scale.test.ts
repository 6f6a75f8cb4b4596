import { expect } from '@open-wc/testing';
import { colorScale, MAX_CLASSES, roundStep } from '../../src/statistics-element/color-scale.ts';
import type { Row } from '../../src/statistics-element/rows.ts';

const rowsWith = (values: readonly number[], width: number): readonly Row[] =>
  values.map((value) => ({
    code: '01',
    name: '',
    cell: null,
    standing: 'published',
    places: null,
    measured: {
      value,
      interval: { low: value - width / 2, high: value + width / 2 },
      p10: null,
      p90: null,
      votes: 100,
    },
  }));

describe('the colours of the map', () => {
  it('stand for classes between round numbers, five at most', () => {
    const { edges, shadeOf } = colorScale(rowsWith([83e6, 120e6, 155e6, 181e6, 208e6], 5e6), 'download');
    expect(edges).to.deep.equal([100e6, 150e6, 200e6]);
    expect([83e6, 120e6, 155e6, 208e6].map(shadeOf)).to.deep.equal([0, 1, 3, 4]);
    for (let spread = 1; spread < 5000; spread = Math.ceil(spread * 1.3))
      expect(colorScale(rowsWith([7, 7 + spread / 3, 7 + spread], 0.01), 'upload').edges.length).to.be.below(
        MAX_CLASSES,
      );
  });

  it('do not paint chance: no class is narrower than the figures are sure', () => {
    const narrow = colorScale(rowsWith([180, 181, 182, 183, 184], 20), 'download');
    expect(narrow.edges).to.deep.equal([]);
    expect(new Set([180, 184].map(narrow.shadeOf)).size).to.equal(1);
  });

  it('are strong where it is good: for latency where it is low', () => {
    const { edges, shadeOf } = colorScale(rowsWith([5, 12, 19], 0.1), 'latency');
    expect(edges).to.deep.equal([10, 15]);
    expect([5, 12, 19].map(shadeOf)).to.deep.equal([4, 2, 0]);
  });

  it('have one shade where there is one value, or none', () => {
    expect(colorScale(rowsWith([5], 1), 'download').edges).to.deep.equal([]);
    expect(colorScale([], 'download').edges).to.deep.equal([]);
  });

  it('step by numbers that people read', () => {
    expect([0.7, 1, 1.1, 2.1, 3, 6, 34, 260].map(roundStep)).to.deep.equal([1, 1, 2, 2.5, 5, 10, 50, 500]);
  });
});
