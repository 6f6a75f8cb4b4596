import type { Observation } from '../../src/protocol/observation.ts';
import type { ByteSample } from '../../src/protocol/receipt.ts';
import type { BitsPerSecond, Millis } from '../../src/protocol/units.ts';

/** Readings of a counter on a line whose rate at each instant is `rateAt`, every `stepMs`. */
export const readingsOf = (
  rateAt: (at: Millis) => BitsPerSecond,
  { durationMs, stepMs = 100 }: { readonly durationMs: Millis; readonly stepMs?: Millis },
): ByteSample[] => {
  const samples: ByteSample[] = [{ at: 0, bytes: 0 }];
  let bytes = 0;
  for (let at = stepMs; at <= durationMs; at += stepMs) {
    for (let ms = at - stepMs; ms < at; ms++) bytes += rateAt(ms) / 8000;
    samples.push({ at, bytes: Math.round(bytes) });
  }
  return samples;
};

/** A pseudo-random sequence in [0, 1) that is the same on every run (mulberry32). */
export const seeded = (seed: number): (() => number) => {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
};

/** The log of a whole, uneventful test. */
export const honestLog = ({
  download,
  upload,
}: {
  readonly download: readonly ByteSample[];
  readonly upload: readonly ByteSample[];
}): Observation[] => {
  const direction = (phase: 'download' | 'upload', from: Millis, samples: readonly ByteSample[]): Observation[] => [
    { kind: 'phase-began', phase, at: from },
    { kind: 'streams', at: from, count: 2 },
    ...samples.map(({ at, bytes }): Observation => ({ kind: 'bytes', at: from + at, bytes })),
    { kind: 'round-trip', at: from + 600, ms: 31 },
    { kind: 'round-trip', at: from + 700, ms: 33 },
    { kind: 'phase-ended', phase, at: from + samples.at(-1)!.at, reason: 'steady', countedMs: samples.at(-1)!.at },
  ];
  return [
    { kind: 'point-chosen', at: 1, pointId: 'here', scope: 'exchange' },
    { kind: 'family-probed', at: 5, host: 'ipv4', reach: 'works', connectMs: 5, ipFamily: 4 },
    { kind: 'family-probed', at: 5, host: 'ipv6', reach: 'works', connectMs: 6, ipFamily: 6 },
    { kind: 'family-probed', at: 5, host: 'dual', reach: 'works', connectMs: 6, ipFamily: 6 },
    { kind: 'phase-began', phase: 'latency', at: 10 },
    ...[20, 22, 21, 23].map((ms, i): Observation => ({ kind: 'round-trip', at: 40 + 30 * i, ms })),
    { kind: 'phase-ended', phase: 'latency', at: 200, reason: 'steady', countedMs: 0 },
    ...direction('download', 1000, download),
    ...direction('upload', 6000, upload),
  ];
};
