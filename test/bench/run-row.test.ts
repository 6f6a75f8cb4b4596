import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { LINKS } from '../lab/links.ts';
import { PAYLOAD_SHARE } from '../lab/truth.ts';
import { plain } from './contenders/plain.ts';
import type { Driven } from './drive.ts';
import { failedRow, rowOf, type Run } from './run-row.ts';

const RUN: Run = { contender: plain, linkName: 'ftth100', link: LINKS.ftth100, cc: 'bbr', round: 1, peersDir: '' };

const STARTED = 1_700_000_000_000;

const DRIVEN: Driven = {
  rates: { down: 100e6 * PAYLOAD_SHARE, up: 50e6 * PAYLOAD_SHARE },
  error: null,
  startedAt: STARTED,
  endedAt: STARTED + 10_000,
  browserCpuS: 3,
  serverCpuS: 1,
  longTasks: 2,
  longTasksMs: 120,
  memoryBytes: 5e6,
  interfaceBytes: { down: 7e6, up: 8e6 },
};

/** A link that carries a megabyte a tenth of a second down, and a tenth of that up, from long before the run to long after. */
const LOG = Array.from({ length: 200 }, (_, i) => ({
  at: STARTED - 5000 + i * 100,
  downBytes: i * 1e6,
  downQueue: 0,
  upBytes: i * 1e5,
  upQueue: 0,
}));

const close = (value: number | null, wanted: number) => assert.ok(Math.abs(value! - wanted) < 1e-6, `${value}`);

describe('a row of the benchmark', () => {
  it('compares what the engine says with what the link allowed', () => {
    const row = rowOf(RUN, DRIVEN, LOG);
    close(row.downErrorPercent, 0);
    close(row.upErrorPercent, -50);
    assert.equal(row.error, '');
  });

  it('counts what the link carried from start to end, and nothing before or after', () => {
    const row = rowOf(RUN, DRIVEN, LOG);
    assert.equal(row.downMegabytes, 100);
    assert.equal(row.upMegabytes, 10);
    assert.equal(row.seconds, 10);
  });

  it('does not count a queue that only empties after the transfer has ended', () => {
    // 80 Mbit/s until 1.5 s into the run, when the transfer ends; what waits then leaves at 20.
    const link = { ...LINKS.variable, down: 'steps:80mbit@6500ms,20mbit@100s' };
    const drained = LOG.map((row, i) => ({
      ...row,
      downBytes: i <= 65 ? i * 1e6 : 65e6 + Math.min((i - 65) * 0.25e6, 1e6),
      downQueue: i <= 65 ? 1e6 : Math.max(1e6 - (i - 65) * 0.25e6, 0),
    }));
    close(rowOf({ ...RUN, link }, DRIVEN, drained).trueDownMbps, 80 * PAYLOAD_SHARE);
  });

  it('has no error and no truth where there was no link, but what the interface carried', () => {
    const row = rowOf({ ...RUN, link: null, linkName: 'unshaped' }, DRIVEN, []);
    assert.equal(row.downErrorPercent, null);
    assert.equal(row.trueUpMbps, null);
    assert.deepEqual([row.downMegabytes, row.upMegabytes], [7, 8]);
    close(row.downMbps, 100 * PAYLOAD_SHARE);
  });

  it('is an error where a number is missing or is none', () => {
    for (const up of [null, NaN, Number.POSITIVE_INFINITY]) {
      const row = rowOf(RUN, { ...DRIVEN, rates: { down: 1e6, up } }, LOG);
      assert.equal(row.error, 'a number is missing');
      assert.equal(row.upMbps, null);
      assert.equal(row.upErrorPercent, null);
    }
  });

  it('keeps what a failed run cost', () => {
    const row = rowOf(RUN, { ...DRIVEN, rates: null, error: 'aborted' }, LOG);
    assert.equal(row.error, 'aborted');
    assert.equal(row.downMegabytes, 100);
    assert.equal(row.downMbps, null);
  });

  it('says why there was no run at all', () => {
    const row = failedRow(RUN, 'the server ended (1)');
    assert.deepEqual([row.link, row.engine, row.cc, row.round], ['ftth100', 'plain', 'bbr', 1]);
    assert.equal(row.error, 'the server ended (1)');
    assert.equal(row.seconds, null);
  });
});
