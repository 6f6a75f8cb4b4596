import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createLoadMeter } from '../../src/engine/device-load.ts';

const after = (gaps: readonly number[]) => {
  const meter = createLoadMeter(10, 0);
  let now = 0;
  for (const gap of gaps) meter.tick((now += gap));
  return meter.isBusy(now);
};

describe('the load of a device', () => {
  it('is none where ticks come when they should', () => {
    assert.equal(after(Array<number>(200).fill(10)), false);
  });

  it('is none for a clock that only counts in sixtieths of a second', () => {
    assert.equal(after(Array<number>(120).fill(16.7)), false);
  });

  it('is none for a single long task', () => {
    assert.equal(after([...Array<number>(100).fill(10), 400]), false);
  });

  it('is told where ticks come late most of the time', () => {
    assert.equal(after(Array<number>(40).fill(50)), true);
  });
});
