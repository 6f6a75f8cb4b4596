import { DATAGRAM_COUNT, DATAGRAM_GAP_MS } from '../protocol/datagrams.ts';
import { POINT_PATHS, pointUrl } from '../protocol/endpoints.ts';
import type { DatagramCommand, DatagramReport } from '../protocol/messages.ts';
import type { Point } from '../protocol/point.ts';
import type { Millis } from '../protocol/units.ts';
import type { Recorder } from './recorder.ts';
import { REQUEST } from './request.ts';
import { refusedBy } from './run-failure.ts';

/** A late answer is waited for as long as twice the usual round trip, … */
const WAIT_ROUND_TRIPS = 2;
/** … but not less than a browser's threads may need, and not more than a person would notice. */
const MIN_WAIT_MS: Millis = 50;
const MAX_WAIT_MS: Millis = 500;

/** A page that tells its count this much later than it should have been is busy with something else. */
const GRACE_MS: Millis = 100;

/** Loss may make a test this much longer; where it would take more, it is not measured. */
const MAX_EXTRA_MS: Millis = 500;

/** The page's side of the datagrams: only a page has RTCPeerConnection. */
export interface DatagramPage {
  readonly say: (report: DatagramReport) => void;
  /** One listener at a time. */
  readonly listen: (hear: (command: DatagramCommand) => void) => void;
}

/**
 * Has the page open a data channel to the point; it begins to send as soon as that is open. `count` waits for the end where that is
 * near, and records it. Whatever goes wrong (no WebRTC, no UDP, a point without the package) leaves the loss unmeasured.
 */
export const startDatagrams = (point: Point, ticket: string, page: DatagramPage) => {
  let openAt: Millis | null = null;
  let tell: (count: Extract<DatagramCommand, { type: 'datagrams' }> | null) => void;
  const counted = new Promise<Parameters<typeof tell>[0]>((resolve) => (tell = resolve));
  page.listen((command) => {
    if (command.type === 'open') openAt = performance.now();
    else if (command.type === 'datagrams') tell(command);
    else
      answerTo(command.sdp, pointUrl(point.url, POINT_PATHS.datagrams, ticket)).then(
        (sdp) => page.say({ type: 'answer', sdp }),
        () => undefined,
      );
  });
  page.say({ type: 'connect' });
  const hangUp = () => page.say({ type: 'hang-up' });
  return {
    hangUp,
    count: async (recorder: Recorder, roundTripMs: Millis): Promise<void> => {
      const waitMs = Math.min(Math.max(WAIT_ROUND_TRIPS * roundTripMs, MIN_WAIT_MS), MAX_WAIT_MS);
      const left = (openAt ?? Number.POSITIVE_INFINITY) + DATAGRAM_COUNT * DATAGRAM_GAP_MS + waitMs - performance.now();
      if (left > MAX_EXTRA_MS) return hangUp();
      page.say({ type: 'count', waitMs });
      setTimeout(() => tell(null), left + GRACE_MS);
      const count = await counted;
      hangUp();
      if (count) recorder.record({ kind: 'datagrams', sent: count.sent, echoed: count.echoed });
    },
  };
};

const answerTo = async (body: string, url: string): Promise<string> => {
  const response = await fetch(url, { ...REQUEST, method: 'POST', body });
  if (!response.ok) throw refusedBy(response);
  return response.text();
};
