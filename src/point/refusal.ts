import type { ServerResponse } from 'node:http';
import { type Problem, PROBLEM_CONTENT_TYPE } from '../protocol/problem.ts';
import { COMMON_HEADERS } from './headers.ts';

/** Why a request is not served. `retryAfterS` tells the engine to go elsewhere or come back. */
export interface Refusal {
  readonly status: number;
  readonly title: string;
  readonly detail: string;
  readonly retryAfterS?: number;
}

export const isRefusal = (answer: object): answer is Refusal => 'status' in answer && 'detail' in answer;

/** After `finish` a ticket moves nothing any more. */
export const SPENT: Refusal = {
  status: 403,
  title: 'Ticket is spent',
  detail: 'This test was finished. Ask the collector for another ticket.',
};

/** A ticket moves no more than it says. */
export const CAP_REACHED: Refusal = {
  status: 403,
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
  if (retryAfterS !== undefined) response.setHeader('retry-after', retryAfterS);
  response.writeHead(status, { ...COMMON_HEADERS, 'content-type': PROBLEM_CONTENT_TYPE, connection: 'close' });
  response.end(JSON.stringify(problem));
};
