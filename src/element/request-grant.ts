import { COLLECTOR_PATHS } from '../protocol/endpoints.ts';
import type { FailureCode } from '../protocol/failure.ts';
import { PLANS } from '../protocol/plan.ts';
import { retryAfterMs } from '../protocol/retry-after.ts';
import type { Grant, TestRequest } from '../protocol/ticket.ts';
import type { Millis } from '../protocol/units.ts';
import { isLike } from '../page/is-like.ts';
import { isMixedContent } from '../page/mixed-content.ts';
import { RunFailure } from './run-failure.ts';

/** A collector answers from memory; ten seconds also cover a TCP and TLS set-up with two lost packets. */
export const GRANT_TIMEOUT_MS = 10_000;

/** A collector that asks for a moment's patience gets it, once; who waits longer than this believes that nothing happens. */
const MAX_PATIENCE_MS: Millis = 5000;

/** Refusals that pass by themselves. */
const REASONS: Readonly<Record<number, FailureCode>> = { 429: 'collector-busy', 503: 'no-point' };

/** What a grant must have, by example. */
const GRANT = {
  testId: '',
  issuedAt: '',
  ticket: '',
  plan: PLANS.standard,
  points: [{ id: '', name: '', scope: '', url: '' }],
};
const PROBLEM = { detail: '' };

/** Asks the collector for a test. Rejects with a {@link RunFailure}, or with the signal's reason on abort. */
export const requestGrant = async (collector: string, request: TestRequest, signal: AbortSignal): Promise<Grant> => {
  const body = await askTwice(collector, request, signal).catch((error: unknown) => {
    if (error instanceof RunFailure) throw error;
    signal.throwIfAborted();
    if (!navigator.onLine) throw new RunFailure('offline', 'The browser is offline.');
    throw new RunFailure('collector-unreachable', `${collector} did not answer: ${String(error)}`);
  });
  if (!isLike(body, GRANT))
    throw new RunFailure('collector-refused', `${collector} gave an answer that is not a test.`);
  if (body.points.length === 0) throw new RunFailure('no-point', `${collector} has no measurement point to offer.`);
  if (body.points.every(({ url }) => isMixedContent(url)))
    throw new RunFailure(
      'misconfigured',
      `This page is https, so browsers forbid the points of ${collector}, which are http. They must be https.`,
    );
  return body as Grant;
};

const askTwice = async (collector: string, request: TestRequest, signal: AbortSignal): Promise<unknown> => {
  try {
    return await ask(collector, request, signal);
  } catch (error) {
    const afterMs = error instanceof RunFailure ? error.retryAfterMs : null;
    if (afterMs === null || afterMs > MAX_PATIENCE_MS) throw error;
    await new Promise((resolve) => setTimeout(resolve, afterMs));
    signal.throwIfAborted();
    return ask(collector, request, signal);
  }
};

const ask = async (collector: string, request: TestRequest, signal: AbortSignal): Promise<unknown> => {
  const limit = new AbortController(); // AbortSignal.any is younger than the browsers we serve
  const abort = () => limit.abort();
  const timer = setTimeout(abort, GRANT_TIMEOUT_MS);
  signal.addEventListener('abort', abort);
  try {
    const response = await fetch(collector + COLLECTOR_PATHS.tests, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(request),
      credentials: 'omit',
      cache: 'no-store',
      signal: limit.signal,
    });
    const body = parseJson(await response.text());
    if (response.ok) return body;
    const isProblem = isLike(body, PROBLEM);
    const detail = isProblem ? body.detail : `status ${response.status}`;
    if (isProblem && response.status in REASONS)
      throw new RunFailure(
        REASONS[response.status]!,
        `${collector}: ${detail}`,
        retryAfterMs(response.headers.get('retry-after'), Date.now()),
      );
    throw new RunFailure('collector-refused', `${collector} refused the test: ${detail}`);
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', abort);
  }
};

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
};
