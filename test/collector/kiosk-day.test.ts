import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type KioskDay, MIN_BEAT_GAP_MS, withBeat } from '../../src/collector/kiosk-day.ts';
import { KIOSK_HEARTBEAT_MS } from '../../src/protocol/kiosk.ts';

const START = Date.UTC(2026, 10, 22, 3);
const beatAfter = (ms: number, results = 0) => ({
  site: 'hanoi.gov.vn',
  kiosk: 'hall-1',
  at: new Date(START + ms).toISOString(),
  heartbeat: { version: '0.1.0', lastFailure: null, results, uptimeS: 0 },
});
const after = (...gaps: readonly number[]): KioskDay => {
  let at = 0;
  return gaps.reduce((day, gap) => withBeat(day, beatAfter((at += gap))), withBeat(null, beatAfter(0)));
};

describe('withBeat', () => {
  it('counts every beat of a kiosk that says every five minutes that it is there, somewhat early and late ones too', () => {
    assert.equal(after().beats, 1);
    assert.equal(after(...Array<number>(11).fill(KIOSK_HEARTBEAT_MS)).beats, 12);
    assert.equal(after(KIOSK_HEARTBEAT_MS - 20_000, KIOSK_HEARTBEAT_MS + 40_000).beats, 3);
  });

  it('counts a flood as no more than a beat in half the time', () => {
    assert.equal(after(...Array<number>(600).fill(1000)).beats, 1 + 600_000 / MIN_BEAT_GAP_MS);
  });

  it('takes the word of a page that was loaded again, without counting it', () => {
    const first = withBeat(null, beatAfter(0, 7));
    const again = withBeat(first, beatAfter(5000, 0));
    assert.deepEqual([again.beats, again.lastSeen, again.results], [1, first.lastSeen, 0]);
  });

  it('is of the day in Vietnam', () => {
    assert.equal(withBeat(null, beatAfter(14 * 3_600_000 - 1)).day, '2026-11-22');
    assert.equal(withBeat(null, beatAfter(14 * 3_600_000)).day, '2026-11-23');
  });
});
