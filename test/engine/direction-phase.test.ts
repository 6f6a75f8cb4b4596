import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { ControlChannel } from '../../src/engine/control-channel.ts';
import { type Carry, measureDirection } from '../../src/engine/direction-phase.ts';
import { Recorder } from '../../src/engine/recorder.ts';
import { RunFailure } from '../../src/engine/run-failure.ts';
import { PLANS } from '../../src/protocol/plan.ts';

const control: ControlChannel = {
  kind: 'websocket',
  ping: () => Promise.resolve(12),
  listen: () => () => undefined,
  close: () => undefined,
};

/** A download whose every connection carries what `carry` does, until the phase ends. */
const download = async (carry: (count: (bytes: number) => void) => Carry, plan = PLANS.saver) => {
  const recorder = new Recorder(() => performance.now());
  let bytes = 0;
  await measureDirection({
    direction: 'download',
    plan,
    control,
    recorder,
    carry: carry((more) => {
      bytes += more;
    }),
    counter: () => bytes,
  });
  return recorder;
};

/** Carries steadily until it is told to stop. */
const steadily =
  (bytesPerMs: number) =>
  (count: (bytes: number) => void): Carry =>
  (signal) =>
    new Promise((resolve) => {
      let last = performance.now();
      const timer = setInterval(() => {
        const now = performance.now();
        count((now - last) * bytesPerMs);
        last = now;
      }, 5);
      signal.addEventListener('abort', () => {
        clearInterval(timer);
        resolve('ended');
      });
    });

describe('measureDirection', () => {
  it('ends at the byte cap, with every connection stopped and the pings among the observations', async () => {
    let open = 0;
    const recorder = await download((count) => async (signal) => {
      open++;
      await steadily(8_000)(count)(signal, 0);
      open--;
      return 'ended';
    });
    const log = recorder.estimate.phases.download!;
    assert.equal(log.ended?.reason, 'byte-limit');
    assert.equal(recorder.estimate.phase, null);
    await new Promise((resolve) => setImmediate(resolve));
    assert.equal(open, 0);
    assert.ok(log.roundTrips.length > 0);
  });

  it('adds connections while each one brings more', async () => {
    const recorder = await download(steadily(1000));
    assert.ok(recorder.estimate.phases.download!.streams >= 2);
  });

  it('opens a lost connection again', async () => {
    let calls = 0;
    const recorder = await download((count) => (signal) => {
      if (++calls <= 2) return Promise.reject(new TypeError('reset'));
      return steadily(20_000)(count)(signal, 0);
    });
    assert.equal(recorder.estimate.phases.download!.ended?.reason, 'byte-limit');
    assert.ok(calls > 2);
  });

  it('gives the point up when its connections keep failing', async () => {
    const lost = download(() => () => Promise.reject(new TypeError('refused')));
    await assert.rejects(lost, (error) => error instanceof RunFailure && error.failure.code === 'point-lost');
  });

  it('passes on at once what the point refuses', async () => {
    const refused = download(() => () => Promise.reject(new RunFailure('point-busy', 'full')));
    await assert.rejects(refused, (error) => error instanceof RunFailure && error.failure.code === 'point-busy');
  });
});
