import { isPlain } from '../../src/element/mixed-content.ts';
import { allowsAncestor, allowsFrame } from './allows.ts';
import { cureOf, mended } from './cure.ts';
import {
  blocks,
  type Diagnosis,
  type Embedding,
  type Finding,
  type FindingKind,
  limits,
  type PagePolicy,
} from './diagnosis.ts';
import { connectionFindings, ladderOf, workerFindings } from './engine-findings.ts';
import { headerValues, IGNORED_IN_META, isIsolated, metaPolicies, type PageFacts } from './page-facts.ts';
import { hasKeyword, parsePolicies, type Policy } from './policies.ts';
import { needsOf } from './policy.ts';
import { scriptFindings } from './script-findings.ts';
import { frameUrl } from './snippet.ts';

/** What stands between a page and the test that it wants to embed. */
export const diagnose = (page: PageFacts, embedding: Embedding): Diagnosis => {
  const policies = policiesOf(page);
  const self = new URL(page.url);
  const isFrame = embedding.choice.form === 'iframe';
  const ladder = isFrame ? [] : ladderOf(embedding.choice, policies, self);
  const found = [
    ...transportFindings(page, policies, embedding),
    ...sandboxFindings(policies),
    ...(isFrame
      ? frameFindings(page, policies, embedding)
      : [
          ...scriptFindings(page, policies, embedding),
          ...workerFindings(page, policies, embedding, ladder.length > 0),
          ...connectionFindings(policies, embedding, self),
        ]),
    ...permissionFindings(page),
  ];
  const stops = (kinds: readonly FindingKind[]) =>
    found.some(({ kind, severity }) => severity === 'blocks' && kinds.includes(kind));
  if (isFrame) return { rung: stops(STOPS_FRAME) ? 'nothing' : 'iframe', findings: found, policies };
  const rung = stops(STOPS_SCRIPT) ? 'banner' : (ladder[0] ?? 'banner');
  return { rung, findings: found, policies };
};

const STOPS_FRAME: readonly FindingKind[] = [
  'mixed-content',
  'upgraded',
  'sandbox-scripts',
  'frame',
  'frame-ancestors',
];
const STOPS_SCRIPT: readonly FindingKind[] = [
  'mixed-content',
  'upgraded',
  'sandbox-scripts',
  'script',
  'script-nonce',
  'integrity-policy',
  'trusted-types',
];

/** Report-only policies forbid nothing. */
const policiesOf = (page: PageFacts): readonly PagePolicy[] => [
  ...headerValues(page, 'content-security-policy')
    .flatMap(parsePolicies)
    .map((policy) => ({ policy, where: 'header' as const })),
  ...metaPolicies(page.html ?? '')
    .flatMap(parsePolicies)
    .map((policy) => ({ policy: without(policy, IGNORED_IN_META), where: 'meta' as const })),
];

const without = (policy: Policy, names: readonly string[]): Policy =>
  new Map([...policy].filter(([name]) => !names.includes(name)));

const transportFindings = (
  { url }: PageFacts,
  policies: readonly PagePolicy[],
  { choice, points }: Embedding,
): readonly Finding[] => {
  const plainPoint = choice.form !== 'iframe' && points.some((point) => isPlain(point.url));
  if (new URL(url).protocol === 'https:') {
    if (isPlain(choice.collector)) return [blocks('mixed-content')];
    return plainPoint ? [blocks('mixed-points')] : [];
  }
  const isUpgraded = policies.some(({ policy }) => policy.has('upgrade-insecure-requests'));
  return isUpgraded && (isPlain(choice.collector) || plainPoint) ? [blocks('upgraded')] : [];
};

const sandboxFindings = (policies: readonly PagePolicy[]): readonly Finding[] =>
  policies.flatMap(({ policy }, at) => {
    const flags = policy.get('sandbox');
    if (!flags) return [];
    const cure = cureOf(at, 'sandbox', flags, ['allow-scripts', 'allow-same-origin']);
    if (!hasKeyword(flags, 'allow-scripts')) return [blocks('sandbox-scripts', cure)];
    return hasKeyword(flags, 'allow-same-origin') ? [] : [limits('sandbox-origin', cure)];
  });

const frameFindings = (
  page: PageFacts,
  policies: readonly PagePolicy[],
  { choice, points, frame: answer = null }: Embedding,
): readonly Finding[] => {
  const url = new URL(frameUrl(choice));
  const { frame } = needsOf(choice, points);
  const refused = policies.flatMap(({ policy }, at) =>
    allowsFrame(policy, url, new URL(page.url)) ? [] : [blocks('frame', mended(at, policy, 'frame-src', frame))],
  );
  return [
    ...refused,
    ...(answer && !mayStandIn(answer, page) ? [blocks('frame-ancestors')] : []),
    ...(isIsolated(page) ? [{ kind: 'frame-coep', severity: 'check', cure: null } as const] : []),
  ];
};

const mayStandIn = (frame: PageFacts, { url }: PageFacts): boolean =>
  headerValues(frame, 'content-security-policy')
    .flatMap(parsePolicies)
    .every((policy) => allowsAncestor(policy, new URL(new URL(url).origin), new URL(frame.url)));

const permissionFindings = (page: PageFacts): readonly Finding[] =>
  headerValues(page, 'permissions-policy').some((value) => /\b(clipboard-write|web-share)\s*=\s*\(\s*\)/.test(value))
    ? [limits('permissions')]
    : [];
