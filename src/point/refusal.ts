import type { ServerResponse } from 'node:http';
import { type Problem, PROBLEM_CONTENT_TYPE } from '../protocol/problem.ts';
import type { Bytes } from '../protocol/units.ts';
import { COMMON_HEADERS } from './headers.ts';
import type { Meter } from './meter.ts';
import type { Session } from './session.ts';

/** Why a request is not served. `retryAfterS` tells the engine to go elsewhere or come back. */
export interface Refusal {
  readonly status: number;
  readonly title: string;
  readonly detail: string;
  readonly retryAfterS?: number;
}

export const isRefusal = (answer: object): answer is Refusal => 'status' in answer && 'detail' in answer;

/** After `finish`, or when its time is up, a ticket moves nothing any more. */
export const SPENT: Refusal = {
  status: 403,
  title: 'Ticket is spent',
  detail: 'This test was finished. Ask the collector for another ticket.',
};

/** A ticket moves no more than it says; the engine takes this status for the end of the direction. */
export const CAP_REACHED: Refusal = {
  status: 410,
  title: 'Ticket is used up',
  detail: 'The bytes this ticket allows in this direction were moved.',
};

/** More connections than any browser opens to one host. */
export const MAX_STREAMS = 16;

export const TOO_MANY_STREAMS: Refusal = {
  status: 429,
  title: 'Too many connections',
  detail: `A test may use at most ${MAX_STREAMS} connections a direction.`,
  retryAfterS: 1,
};

/** Answers with problem+json and closes the connection: the body of a refused upload is never read. */
export const refuse = (response: ServerResponse, { status, title, detail, retryAfterS }: Refusal): void => {
  const problem: Problem = { type: 'about:blank', title, status, detail };
  if (retryAfterS !== undefined)
    response.setHeader('retry-after', retryAfterS).setHeader('access-control-expose-headers', 'retry-after');
  response.writeHead(status, { ...COMMON_HEADERS, 'content-type': PROBLEM_CONTENT_TYPE, connection: 'close' });
  response.end(JSON.stringify(problem));
};

/** A browser needs one control connection, and another one after a reconnect. */
export const MAX_CONTROLS = 4;

/** Why a direction may not have one more connection; null when it may. */
export const refusalOf = ({ closed }: Session, meter: Meter, cap: Bytes): Refusal | null => {
  if (closed) return SPENT;
  if (meter.bytes >= cap) return CAP_REACHED;
  return meter.streams >= MAX_STREAMS ? TOO_MANY_STREAMS : null;
};
