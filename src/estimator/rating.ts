import type { Result } from '../protocol/result.ts';
import type { BitsPerSecond, Millis } from '../protocol/units.ts';

/** What people ask a line for. */
export const USES = ['videoCall', 'streaming', 'lesson', 'gaming'] as const;
export type Use = (typeof USES)[number];

/** `good`: with room to spare. `fair`: it works, not always well. `poor`: do not count on it. */
export type Verdict = 'good' | 'fair' | 'poor';

/**
 * The least rate each use asks for. Video call: Zoom's published figures for a group call in 1080p (2.5 down, 3 up). Streaming: Netflix's
 * for one film in 1080p. Lesson: Zoom's for gallery view in 720p. Gaming: the first step of Cloudflare AIM's rate scale.
 */
export const MINIMUM_RATES: Readonly<
  Record<Use, { readonly download: BitsPerSecond; readonly upload: BitsPerSecond }>
> = {
  videoCall: { download: 2.5e6, upload: 3e6 },
  streaming: { download: 5e6, upload: 0 },
  lesson: { download: 1.5e6, upload: 1.5e6 },
  gaming: { download: 1e6, upload: 0 },
};

/** A rate is good from this many times the minimum on: a line is seldom used by one person at a time (our choice). */
export const RATE_HEADROOM = 2;

interface Scale {
  readonly steps: readonly number[];
  /** One more than steps: `points[n]` where n steps are reached. */
  readonly points: readonly number[];
}

/** Cloudflare's AIM scale for latency and for its growth under load, ms (`cloudflare/speedtest` 1.13.1, internalConfig). */
export const LATENCY_SCALE: Scale = { steps: [10, 20, 50, 100, 500], points: [20, 10, 5, 0, -10, -20] };

/** AIM's scale for jitter, ms (same source). */
export const JITTER_SCALE: Scale = { steps: [10, 20, 100, 500], points: [10, 5, 0, -10, -20] };

/** AIM sums from which a use is average and good: its real-time and gaming classes (same source). Packet loss, unmeasured, counts 0. */
export const SCORE_STEPS = { realTime: { fair: 15, good: 25 }, gaming: { fair: 15, good: 25 } } as const;

const pointsOf = (scale: Scale, value: number): number =>
  scale.points[scale.steps.filter((step) => step <= value).length]!;

const VERDICTS: readonly Verdict[] = ['poor', 'fair', 'good'];
const worst = (...verdicts: readonly Verdict[]): Verdict =>
  VERDICTS[Math.min(...verdicts.map((verdict) => VERDICTS.indexOf(verdict)))]!;

const verdictOfRate = (rate: BitsPerSecond, minimum: BitsPerSecond): Verdict =>
  rate >= minimum * RATE_HEADROOM ? 'good' : rate >= minimum ? 'fair' : 'poor';

const verdictOfScore = (score: number, steps: { readonly fair: number; readonly good: number }): Verdict =>
  score >= steps.good ? 'good' : score >= steps.fair ? 'fair' : 'poor';

/** The most that load adds to the idle latency; null where nothing was measured under load. */
const latencyGrowth = ({ idle, download, upload }: Result['latency']): Millis | null => {
  const loaded = [download, upload].flatMap((latency) => (latency ? [latency.medianMs] : []));
  return idle && loaded.length > 0 ? Math.max(...loaded) - idle.medianMs : null;
};

const responsiveness = (use: Use, latency: Result['latency']): Verdict | null => {
  if (!latency.idle) return null;
  const growth = latencyGrowth(latency);
  const base = pointsOf(LATENCY_SCALE, latency.idle.medianMs) + (growth === null ? 0 : pointsOf(LATENCY_SCALE, growth));
  if (use === 'gaming') return verdictOfScore(base, SCORE_STEPS.gaming);
  const jitter = latency.idle.jitterMs;
  return verdictOfScore(base + (jitter === null ? 0 : pointsOf(JITTER_SCALE, jitter)), SCORE_STEPS.realTime);
};

/** What the measured line is good for; null where a number that decides it is missing. Streaming has buffers: latency does not count. */
export const ratingOf = (use: Use, { download, upload, latency }: Result): Verdict | null => {
  const minimum = MINIMUM_RATES[use];
  if (!download || (minimum.upload > 0 && !upload)) return null;
  const byRate = worst(
    verdictOfRate(download.bitsPerSecond, minimum.download),
    verdictOfRate(upload?.bitsPerSecond ?? 0, minimum.upload),
  );
  if (use === 'streaming') return byRate;
  const byLatency = responsiveness(use, latency);
  return byLatency && worst(byRate, byLatency);
};
