import { POINT_PATHS, pointUrl } from '../protocol/endpoints.ts';
import type { Reach } from '../protocol/observation.ts';
import type { Point, PointInfo } from '../protocol/point.ts';
import type { Millis } from '../protocol/units.ts';
import type { Recorder } from './recorder.ts';
import { timedGet } from './timed-get.ts';

/** Browsers give up one family for the other within 300 ms; a family that needs ten times that is broken. */
const PROBE_TIMEOUT_MS: Millis = 3000;

/** Asks the point by IPv4 only, by IPv6 only and by the name that has both, all at once (the way RTR's Netztest does). */
export const probeFamilies = async ({ id, url, url4, url6 }: Point, recorder: Recorder): Promise<void> => {
  const hosts = [
    { host: 'ipv4', origin: url4 },
    { host: 'ipv6', origin: url6 },
    { host: 'dual', origin: url },
  ] as const;
  await Promise.all(
    hosts.map(async ({ host, origin }) => {
      if (origin === null) return;
      const seen = await probe(origin);
      const isStillMeant = recorder.estimate.point?.id === id;
      if (seen && isStillMeant) recorder.record({ kind: 'family-probed', host, ...seen });
    }),
  );
};

const FAILED = { reach: 'fails', connectMs: null, ipFamily: null } as const;

/** Null where the page's own policy forbade to ask: that says nothing about the visitor's network. */
const probe = async (
  origin: string,
): Promise<{ reach: Reach; connectMs: Millis | null; ipFamily: 4 | 6 | null } | null> => {
  const signal = AbortSignal.timeout(PROBE_TIMEOUT_MS);
  const violations: string[] = [];
  const onViolation = (event: Event) => violations.push((event as SecurityPolicyViolationEvent).blockedURI);
  addEventListener('securitypolicyviolation', onViolation);
  try {
    const { body, connectMs } = await timedGet(pointUrl(origin, POINT_PATHS.info), signal);
    const { ipFamily } = JSON.parse(body) as Partial<PointInfo>;
    return ipFamily ? { reach: 'works', connectMs, ipFamily } : FAILED;
  } catch {
    await new Promise((resolve) => setTimeout(resolve, 0)); // the violation is told in a task of its own
    if (violations.some((blocked) => blocked.startsWith(origin))) return null;
    return signal.aborted ? { ...FAILED, reach: 'timeout' } : FAILED;
  } finally {
    removeEventListener('securitypolicyviolation', onViolation);
  }
};
