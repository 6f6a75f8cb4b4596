import { allowsConnection, allowsFrame, allowsWorker } from './allows.ts';
import type { Choice } from './choice.ts';
import { mended } from './cure.ts';
import { blocks, type Embedding, type Finding, limits, type PagePolicy, type Rung } from './diagnosis.ts';
import { isIsolated, type PageFacts } from './page-facts.ts';
import type { Policy } from './policies.ts';
import { needsOf, socketOf } from './policy.ts';
import { frameUrl } from './snippet.ts';

/** The steps that a page's policies leave: a worker of its own, the one inside the script, a frame of the collector. */
export const ladderOf = (choice: Choice, policies: readonly PagePolicy[], self: URL): readonly Rung[] => {
  const every = (isAllowed: (policy: Policy) => boolean) => policies.every(({ policy }) => isAllowed(policy));
  const ownFile = new URL(choice.workerSrc, self);
  const steps: readonly (readonly [Rung, boolean])[] = [
    ['worker-file', choice.form === 'own-worker' && every((policy) => allowsWorker(policy, ownFile, self))],
    ['blob-worker', every((policy) => allowsWorker(policy, new URL('blob:'), self))],
    ['iframe', every((policy) => allowsFrame(policy, new URL(frameUrl(choice)), self))],
  ];
  return steps.flatMap(([rung, isAllowed]) => (isAllowed ? [rung] : []));
};

/** What a page has against the engine that the choice is for, whether or not there is another way. */
export const workerFindings = (
  page: PageFacts,
  policies: readonly PagePolicy[],
  { choice, points }: Embedding,
  hasOtherWay: boolean,
): readonly Finding[] => {
  const self = new URL(page.url);
  const isOwn = choice.form === 'own-worker';
  const address = isOwn ? new URL(choice.workerSrc, self) : new URL('blob:');
  const refused = policies.flatMap(({ policy }, at): readonly Finding[] => {
    if (allowsWorker(policy, address, self)) return [];
    const cure = mended(at, policy, 'worker-src', needsOf(choice, points).worker);
    return [hasOtherWay ? limits('worker', cure) : blocks('worker', cure)];
  });
  return isOwn && isIsolated(page) ? [...refused, { kind: 'worker-coep', severity: 'check', cure: null }] : refused;
};

/** What of all that a test calls the page keeps it from. */
export const connectionFindings = (
  policies: readonly PagePolicy[],
  { choice, points }: Embedding,
  self: URL,
): readonly Finding[] => {
  const needs = needsOf(choice, points);
  const wanted = [
    { kind: 'collector', severity: 'blocks', sources: needs.collector, addresses: [choice.collector] },
    { kind: 'points', severity: 'blocks', sources: needs.points, addresses: points.map(({ url }) => url) },
    { kind: 'sockets', severity: 'limits', sources: needs.sockets, addresses: points.map(({ url }) => socketOf(url)) },
    {
      kind: 'families',
      severity: 'limits',
      sources: needs.families,
      addresses: points.flatMap(({ url4, url6 }) => [url4, url6].filter((one) => one !== null)),
    },
  ] as const;
  return policies.flatMap(({ policy }, at) => {
    const missing = wanted.filter(({ addresses }) =>
      addresses.some((address) => !allowsConnection(policy, new URL('/v1/', address), self)),
    );
    const cure = mended(
      at,
      policy,
      'connect-src',
      missing.flatMap(({ sources }) => sources),
    );
    return missing.map(({ kind, severity }) => ({ kind, severity, cure }));
  });
};
