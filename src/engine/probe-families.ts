import { POINT_PATHS, pointUrl } from '../protocol/endpoints.ts';
import type { Reach } from '../protocol/observation.ts';
import type { Point, PointInfo } from '../protocol/point.ts';
import type { Millis } from '../protocol/units.ts';
import type { Recorder } from './recorder.ts';
import { timedGet } from './timed-get.ts';

/** Browsers give up one family for the other within 300 ms; a family that needs ten times that is broken. */
const PROBE_TIMEOUT_MS: Millis = 3000;

/** Asks the point by IPv4 only, by IPv6 only and by the name that has both, all at once (the way RTR's Netztest does). */
export const probeFamilies = async ({ url, url4, url6 }: Point, recorder: Recorder): Promise<void> => {
  const hosts = [
    { host: 'ipv4', origin: url4 },
    { host: 'ipv6', origin: url6 },
    { host: 'dual', origin: url },
  ] as const;
  await Promise.all(
    hosts.map(async ({ host, origin }) => {
      if (origin !== null) recorder.record({ kind: 'family-probed', host, ...(await probe(origin)) });
    }),
  );
};

const FAILED = { reach: 'fails', connectMs: null, ipFamily: null } as const;

const probe = async (origin: string): Promise<{ reach: Reach; connectMs: Millis | null; ipFamily: 4 | 6 | null }> => {
  const signal = AbortSignal.timeout(PROBE_TIMEOUT_MS);
  try {
    const { body, connectMs } = await timedGet(pointUrl(origin, POINT_PATHS.info), signal);
    const { ipFamily } = JSON.parse(body) as Partial<PointInfo>;
    return ipFamily ? { reach: 'works', connectMs, ipFamily } : FAILED;
  } catch {
    return signal.aborted ? { ...FAILED, reach: 'timeout' } : FAILED;
  }
};
