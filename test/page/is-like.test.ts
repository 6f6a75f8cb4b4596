import { expect } from '@open-wc/testing';
import { isLike } from '../../src/page/is-like.ts';

const EXAMPLE = { id: '', size: 0, tags: [''], inner: { ok: true } };

describe('a shape by example', () => {
  it('is anything that has the example’s properties with values of their types, and more', () => {
    expect(isLike({ id: 'a', size: 1, tags: [], inner: { ok: false }, more: null }, EXAMPLE)).to.equal(true);
    expect(isLike({ id: 'a', size: 1, tags: ['x', 'y'], inner: { ok: false } }, EXAMPLE)).to.equal(true);
  });

  for (const [what, value] of [
    ['null', null],
    ['a text', 'Welcome to the hotel'],
    ['a property that is missing', { id: 'a', tags: [], inner: { ok: true } }],
    ['one of another type', { id: 1, size: 1, tags: [], inner: { ok: true } }],
    ['a number that is none', { id: 'a', size: Number.NaN, tags: [], inner: { ok: true } }],
    ['an item of another type', { id: 'a', size: 1, tags: ['x', 7], inner: { ok: true } }],
    ['an object where a list should be', { id: 'a', size: 1, tags: {}, inner: { ok: true } }],
    ['a null inside', { id: 'a', size: 1, tags: [], inner: null }],
  ] as const)
    it(`is not ${what}`, () => {
      expect(isLike<unknown>(value, EXAMPLE)).to.equal(false);
    });
});
