import { STATUS_CODES } from 'node:http';
import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { log } from '../node/log.ts';
import { type Problem, PROBLEM_CONTENT_TYPE } from '../protocol/problem.ts';

/** A refusal on its way to {@link answerError}. `detail` says what was wrong and what to do about it. */
export class ProblemError extends Error {
  override readonly name = 'ProblemError';
  readonly status: ContentfulStatusCode;
  readonly headers: Readonly<Record<string, string>>;

  constructor(status: ContentfulStatusCode, detail: string, headers: Readonly<Record<string, string>> = {}) {
    super(detail);
    this.status = status;
    this.headers = headers;
  }
}

/** Turns whatever a handler threw into problem+json (RFC 9457). What nobody foresaw is logged and told to nobody. */
export const answerError = (error: unknown, context: Context): Response => {
  if (error instanceof ProblemError) return answer(context, error);
  const { path, method } = context.req;
  log('error', 'a request failed', { method, path, error: error instanceof Error ? error.stack : String(error) });
  return answer(context, new ProblemError(500, 'The collector failed. Try again later.'));
};

export const answerNotFound = (context: Context): Response =>
  answer(context, new ProblemError(404, 'Nothing is here. /openapi.json lists what the collector answers.'));

export const answerMethodNotAllowed = (context: Context, methods: readonly string[]): Response => {
  const allow = methods.join(', ');
  return answer(context, new ProblemError(405, `This address answers ${allow} only.`, { allow }));
};

const answer = (context: Context, { status, message, headers }: ProblemError): Response => {
  const problem: Problem = { type: 'about:blank', title: STATUS_CODES[status] ?? 'Error', status, detail: message };
  return context.body(JSON.stringify(problem), status, {
    'content-type': PROBLEM_CONTENT_TYPE,
    'cache-control': 'no-store',
    ...headers,
  });
};
