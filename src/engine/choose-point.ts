import { POINT_PATHS, pointUrl } from '../protocol/endpoints.ts';
import type { Point } from '../protocol/point.ts';
import type { Millis } from '../protocol/units.ts';
import type { Recorder } from './recorder.ts';
import { timedGet } from './timed-get.ts';

/** The first round trip pays for DNS, TCP and TLS; the lowest of the rest tells the distance. */
const ROUND_TRIPS = 3;

/** A candidate slower than this in answering all of them is out. */
const CANDIDATE_TIMEOUT_MS: Millis = 3000;

/** Candidates in the order of their distance; those that do not answer are left out. All are asked at once. */
export const rankPoints = async (points: readonly Point[], recorder: Recorder): Promise<Point[]> => {
  const distances = await Promise.all(points.map(async (point) => ({ point, ms: await distanceOf(point, recorder) })));
  return distances
    .filter((seen): seen is { point: Point; ms: Millis } => seen.ms !== null)
    .sort((a, b) => a.ms - b.ms)
    .map(({ point }) => point);
};

const distanceOf = async (point: Point, recorder: Recorder): Promise<Millis | null> => {
  const signal = AbortSignal.timeout(CANDIDATE_TIMEOUT_MS);
  let best = Number.POSITIVE_INFINITY;
  try {
    for (let i = 0; i < ROUND_TRIPS; i++) {
      const seen = await timedGet(pointUrl(point.url, POINT_PATHS.ping), signal);
      if (!seen.ok) return null;
      best = Math.min(best, seen.roundTripMs);
      if (seen.protocol !== '' && seen.protocol !== 'http/1.1') recorder.record({ kind: 'flagged', flag: 'not-http1' });
      if (seen.viaServiceWorker) recorder.record({ kind: 'flagged', flag: 'service-worker' });
    }
  } catch {
    // Answers that came before the time-out still tell the distance.
  }
  return Number.isFinite(best) ? best : null;
};
