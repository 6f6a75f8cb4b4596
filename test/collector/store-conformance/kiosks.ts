import assert from 'node:assert/strict';
import { it } from 'node:test';
import type { KioskBeat } from '../../../src/collector/kiosk-day.ts';
import type { WithStore } from './with-store.ts';

const beat = (change: Partial<KioskBeat> = {}): KioskBeat => ({
  site: 'hanoi.gov.vn',
  kiosk: 'hall-1',
  at: '2026-11-22T03:00:00.000Z',
  heartbeat: { version: '0.1.0', lastFailure: null, results: 3, uptimeS: 600 },
  ...change,
});

/** Days of kiosks. */
export const itKeepsKiosks = (withStore: WithStore): void => {
  it('keeps a day of each kiosk of a site, with what its page said last', () =>
    withStore(async (store) => {
      const failed = { ...beat().heartbeat, lastFailure: 'no-point' as const, results: 4 };
      for (const each of [
        beat(),
        beat({ kiosk: 'hall-2' }),
        beat({ at: '2026-11-22T03:05:00.000Z', heartbeat: failed }),
        beat({ at: '2026-11-22T17:00:00.000Z' }),
        beat({ site: 'danang.gov.vn' }),
        beat({ at: '2026-10-31T16:59:59.000Z' }),
        beat({ at: '2026-11-30T17:00:00.000Z' }),
      ])
        assert.equal(await store.beat(each, 500), true);
      const day = { site: 'hanoi.gov.vn', version: '0.1.0', lastFailure: null, results: 3, beats: 1 };
      assert.deepEqual(await store.kiosks('hanoi.gov.vn', '2026-11'), [
        {
          ...day,
          kiosk: 'hall-1',
          day: '2026-11-22',
          beats: 2,
          lastSeen: '2026-11-22T03:05:00.000Z',
          lastFailure: 'no-point',
          results: 4,
        },
        { ...day, kiosk: 'hall-2', day: '2026-11-22', lastSeen: '2026-11-22T03:00:00.000Z' },
        { ...day, kiosk: 'hall-1', day: '2026-11-23', lastSeen: '2026-11-22T17:00:00.000Z' },
      ]);
      assert.deepEqual(
        (await store.kiosks('hanoi.gov.vn', '2026-10')).map((each) => each.day),
        ['2026-10-31'],
      );
      assert.deepEqual(await store.kiosks('hue.gov.vn', '2026-11'), []);
    }));

  it('notes no more kiosks of a site in a month than it may, and goes on noting those it knows', () =>
    withStore(async (store) => {
      const told = (change: Partial<KioskBeat>) => store.beat(beat(change), 2);
      assert.deepEqual([await told({ kiosk: 'a' }), await told({ kiosk: 'b' })], [true, true]);
      assert.equal(await told({ kiosk: 'c' }), false);
      assert.equal(await told({ kiosk: 'c', at: '2026-11-23T03:00:00.000Z' }), false);
      assert.equal(await told({ kiosk: 'b', at: '2026-11-23T03:00:00.000Z' }), true);
      assert.equal(await told({ kiosk: 'c', site: 'danang.gov.vn' }), true);
      assert.equal(await told({ kiosk: 'c', at: '2026-12-23T03:00:00.000Z' }), true);
      assert.equal((await store.kiosks('hanoi.gov.vn', '2026-11')).length, 3);
    }));

  it('loses no beat of many that come at once', () =>
    withStore(async (store) => {
      const kiosks = Array.from({ length: 30 }, (_, i) => `hall-${i}`);
      const noted = await Promise.all(kiosks.map((kiosk) => store.beat(beat({ kiosk }), 20)));
      assert.equal(noted.filter(Boolean).length, 20);
      assert.equal((await store.kiosks('hanoi.gov.vn', '2026-11')).length, 20);
    }));
};
