import { expect } from '@open-wc/testing';
import { MINIMUM_RATES, RATE_HEADROOM, ratingOf, USES } from '../../src/estimator/rating.ts';
import { emptyResult, type Latency, type Result, type Throughput } from '../../src/protocol/result.ts';

const throughput = (bitsPerSecond: number): Throughput => ({
  bitsPerSecond,
  bytes: 1,
  durationMs: 1,
  streams: 1,
  confidence: 'high',
  intervalLow: bitsPerSecond,
  intervalHigh: bitsPerSecond,
  endReason: 'steady',
});
const latency = (medianMs: number, jitterMs = 1): Latency => ({
  medianMs,
  minMs: medianMs,
  p95Ms: medianMs,
  jitterMs,
  samples: 9,
});

const line = (download: number, upload: number, [idle, loaded]: readonly [number, number] = [5, 10]): Result => ({
  ...emptyResult('failed', null),
  outcome: 'complete',
  download: throughput(download),
  upload: throughput(upload),
  latency: { idle: latency(idle), download: latency(loaded), upload: latency(loaded), rpm: null },
});

describe('the rating', () => {
  it('of a fast and quick line is good for everything', () => {
    expect(USES.map((use) => ratingOf(use, line(200e6, 200e6)))).to.deep.equal(['good', 'good', 'good', 'good']);
  });

  it('turns fair and then poor as the rate falls to the minimum and below', () => {
    const { download, upload } = MINIMUM_RATES.videoCall;
    const at = (factor: number) => ratingOf('videoCall', line(download * factor, upload * factor));
    expect([at(RATE_HEADROOM), at(RATE_HEADROOM * 0.99), at(1), at(0.99)]).to.deep.equal([
      'good',
      'fair',
      'fair',
      'poor',
    ]);
  });

  it('counts the latency that load adds against calls and games, not against films', () => {
    const bloated = line(200e6, 200e6, [25, 500]);
    expect(ratingOf('gaming', bloated)).to.equal('poor');
    expect(ratingOf('videoCall', bloated)).to.equal('poor');
    expect(ratingOf('streaming', bloated)).to.equal('good');
  });

  it('does not ask a film for upload', () => {
    expect(ratingOf('streaming', { ...line(50e6, 0), upload: null })).to.equal('good');
  });

  it('says nothing where a number that decides it was not measured', () => {
    expect(ratingOf('videoCall', { ...line(50e6, 50e6), upload: null })).to.equal(null);
    expect(ratingOf('streaming', { ...line(50e6, 50e6), download: null })).to.equal(null);
    const silent = { ...line(50e6, 50e6), latency: { idle: null, download: null, upload: null, rpm: null } };
    expect(ratingOf('gaming', silent)).to.equal(null);
  });
});
