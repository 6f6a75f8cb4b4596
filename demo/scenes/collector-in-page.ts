import { COLLECTOR_PATHS, progressPath } from '../../src/protocol/endpoints.ts';
import type { Flag } from '../../src/protocol/flag.ts';
import type { Figures, Progress } from '../../src/protocol/progress.ts';
import { PROVINCE_CODES } from '../../src/protocol/province.ts';
import type { Accepted, ResultState, Submission } from '../../src/protocol/submission.ts';
import type { TestRequest } from '../../src/protocol/ticket.ts';
import { scriptedGrant } from './scripted-grant.ts';

/** What the collector of a scene does; without a word it does its job. */
export interface CollectorPlay {
  readonly tests?: 'unreachable' | 'refused' | 'busy' | 'no-point' | 'silent';
  readonly results?: ResultState | 'unreachable' | 'refused' | 'silent';
  /** How its province stands: figures to compare with, too few votes for any, or votes only of the running month. */
  readonly progress?: 'published' | 'few';
}

type Answer = Response | 'unreachable' | 'silent';

const collectors = new Map<string, CollectorPlay>();

/** Puts a collector at an address of this page, or has the one there act another way. */
export const setCollector = (origin: string, play: CollectorPlay): void => {
  if (collectors.size === 0) globalThis.fetch = withCollectors(globalThis.fetch.bind(globalThis));
  collectors.set(origin, play);
};

/** A `fetch` that leaves every other address to the page. It stays as long as the page: an outbox tries again for as long. */
const withCollectors =
  (otherwise: typeof fetch): typeof fetch =>
  async (address, init) => {
    const request = new Request(address, init);
    const [origin, play] = [...collectors].find(([known]) => request.url.startsWith(`${known}/`)) ?? [];
    if (origin === undefined || !play) return otherwise(address, init);
    const answer = await answerTo(play, request.url.slice(origin.length), request);
    if (answer === 'unreachable') throw new TypeError('Scripted: nobody is there.');
    return answer === 'silent' ? forever(request.signal) : answer;
  };

const answerTo = async (play: CollectorPlay, path: string, request: Request): Promise<Answer> => {
  const { pathname, searchParams } = new URL(path, location.origin);
  if (pathname === COLLECTOR_PATHS.tests) return tests(play, (await request.json()) as TestRequest);
  if (pathname === COLLECTOR_PATHS.results) return results(play, (await request.json()) as Submission);
  if (pathname === progressPath(PROVINCE)) return json(progress(play, Number(searchParams.get('asn')) || null));
  if (pathname.startsWith(COLLECTOR_PATHS.kiosks) || pathname === COLLECTOR_PATHS.visits)
    return new Response(null, { status: 204 });
  return problem(404, 'Not in this scene.');
};

const json = (body: object, status = 200, headers: Readonly<Record<string, string>> = {}): Response =>
  new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json', ...headers } });

const problem = (status: number, detail: string, retryAfterS?: number): Response =>
  json(
    { type: 'about:blank', title: 'Scripted', status, detail },
    status,
    retryAfterS === undefined ? {} : { 'retry-after': String(retryAfterS) },
  );

const forever = (signal: AbortSignal): Promise<never> =>
  new Promise((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason as Error));
  });

const tests = ({ tests: will }: CollectorPlay, { plan }: TestRequest): Answer => {
  switch (will) {
    case undefined:
      return json(scriptedGrant(plan ?? 'standard'));
    case 'refused':
      return problem(403, 'Site danang-portal is not known here.');
    case 'busy':
      return problem(429, 'Too many requests from this network.', 600);
    case 'no-point':
      return problem(503, 'No point is alive.', 3600);
    default:
      return will;
  }
};

const results = ({ results: will = 'verified' }: CollectorPlay, { result }: Submission): Answer => {
  switch (will) {
    case 'refused':
      return problem(410, 'The ticket is older than seven days.');
    case 'unreachable':
    case 'silent':
      return will;
    default:
      return json({ testId: result.testId!, state: will, flags: FINDINGS[will] } satisfies Accepted);
  }
};

/** What a collector would say of such a result. */
const FINDINGS: Readonly<Record<ResultState, Flag[]>> = {
  verified: ['network-differs'],
  disagrees: ['replay-differs'],
  unverified: ['receipt-missing'],
};

/** Đà Nẵng: the scenes know no other. */
export const PROVINCE = '48';

const figures = (share: number, votes: number): Figures => ({
  month: '2026-10',
  votes,
  medianDownloadBitsPerSecond: 152.6e6 * share,
  medianUploadBitsPerSecond: 88.4e6 * share,
  medianLatencyMs: 8.7 / share,
});

const progress = ({ progress: how = 'few' }: CollectorPlay, asn: number | null): Progress => ({
  provinceCodes: PROVINCE_CODES,
  province: PROVINCE,
  month: '2026-11',
  ...(how === 'few' ? { votes: 63, needed: 100, missing: 37 } : { votes: 412, needed: 100, missing: 0 }),
  figures: how === 'few' ? null : figures(1, 1284),
  operator: asn === null ? null : { asn, figures: how === 'few' ? null : figures(1.14, 486) },
});
