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

/** Loss may make a test this much longer; where it would take more, it is not measured. */
export const MAX_EXTRA_MS: Millis = 1000;

/** The page's side of the datagrams: only a page has RTCPeerConnection. */
export interface DatagramPage {
  readonly say: (report: DatagramReport) => void;
  /** One listener at a time. */
  readonly listen: (hear: (command: DatagramCommand) => void) => void;
}

type Count = Extract<DatagramCommand, { type: 'datagrams' }>;

/**
 * Has the page open a data channel to the point; it begins to send as soon as that is open. `count` waits for the end where that is
 * near, and records it. Whatever goes wrong (no WebRTC, no UDP, a point without the package, a page that is busy) leaves the loss
 * unmeasured.
 */
export const startDatagrams = (point: Point, ticket: string, page: DatagramPage) => {
  let isUnderWay = false;
  let isOpen = false;
  let tell: (count: Count | null) => void;
  const counted = new Promise<Count | null>((resolve) => (tell = resolve));
  page.listen((command) => {
    if (command.type === 'open') isOpen = true;
    else if (command.type === 'datagrams') tell(command);
    else {
      isUnderWay = true;
      answerTo(command.sdp, pointUrl(point.url, POINT_PATHS.datagrams, ticket)).then(
        (sdp) => page.say({ type: 'answer', sdp }),
        () => tell(null),
      );
    }
  });
  page.say({ type: 'connect' });
  const hangUp = () => page.say({ type: 'hang-up' });
  return {
    hangUp,
    count: async (recorder: Recorder, roundTripMs: Millis): Promise<void> => {
      if (!isUnderWay) return hangUp(); // a page without WebRTC makes no offer
      const waitMs = Math.min(Math.max(WAIT_ROUND_TRIPS * roundTripMs, MIN_WAIT_MS), MAX_WAIT_MS);
      page.say({ type: 'count', waitMs });
      const timers = [
        // A channel that opens later than this cannot be done in time; where UDP does not pass, it never does.
        setTimeout(() => isOpen || tell(null), MAX_EXTRA_MS - DATAGRAM_COUNT * DATAGRAM_GAP_MS - waitMs),
        setTimeout(() => tell(null), MAX_EXTRA_MS),
      ];
      const count = await counted;
      for (const timer of timers) clearTimeout(timer);
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
