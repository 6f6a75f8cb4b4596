import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { chanceOf } from '../../demo/simulate/chance.ts';

const draws = (count: number, ...name: (string | number)[]) => {
  const chance = chanceOf(...name);
  return Array.from({ length: count }, () => chance.unit());
};

describe('chance', () => {
  it('gives a name the same draws whenever it is asked, and another name others', () => {
    assert.deepEqual(draws(5, 1, 'line', 7), draws(5, 1, 'line', 7));
    assert.notDeepEqual(draws(5, 1, 'line', 7), draws(5, 2, 'line', 7));
  });

  it('has nothing in common between names that differ in their last digit', () => {
    const firsts = Array.from({ length: 4000 }, (_, i) => draws(2, 1, 'line', i));
    for (const place of [0, 1]) {
      const tenths = Array.from({ length: 10 }, () => 0);
      for (const drawn of firsts) tenths[Math.floor(drawn[place]! * 10)]!++;
      for (const count of tenths) assert.ok(count > 320 && count < 480, `draw ${place}: ${tenths.join(' ')}`);
    }
    const steps = firsts.slice(1).filter(([first], i) => first! > firsts[i]![0]!).length;
    assert.ok(Math.abs(steps - 2000) < 200, `${steps} of 3999 neighbours are larger`);
  });

  it('draws near a median, and from a list by weight', () => {
    const chance = chanceOf('near');
    const below = Array.from({ length: 4000 }, () => chance.near(50, 0.8)).filter((value) => value < 50).length;
    assert.ok(Math.abs(below - 2000) < 200, `${below} of 4000 are below the median`);
    const heavy = Array.from({ length: 4000 }, () => chance.pick([1, 3], (weight) => weight)).filter(
      (one) => one === 3,
    );
    assert.ok(Math.abs(heavy.length - 3000) < 150, `${heavy.length} of 4000 are the item of weight 3 in 4`);
  });
});
