import { allowsConnection, allowsFrame, allowsScript, allowsWorker } from './allows.ts';
import type { Choice } from './choice.ts';
import { type Fetched, hasKeyword, parsePolicies, type Policy, rulingDirective } from './policies.ts';
import { headerValues, IGNORED_IN_META, metaPolicies, type PageFacts, tagsOf } from './page-facts.ts';
import { needsOf, type PointAddresses, socketOf, TRUSTED_TYPES } from './policy.ts';
import { distUrl, frameUrl, SCRIPT_FILE } from './snippet.ts';

/** What a page can have against the test. */
export type FindingKind =
  | 'mixed-content'
  | 'mixed-points'
  | 'upgraded'
  | 'sandbox-scripts'
  | 'sandbox-origin'
  | 'script'
  | 'script-nonce'
  | 'integrity-policy'
  | 'trusted-types'
  | 'parts'
  | 'worker'
  | 'worker-coep'
  | 'frame'
  | 'frame-coep'
  | 'collector'
  | 'points'
  | 'sockets'
  | 'families'
  | 'permissions';

export interface Finding {
  readonly kind: FindingKind;
  /** `blocks`: no test, or none that ends well. `limits`: the test runs, with less. `check`: the page's headers cannot tell. */
  readonly severity: 'blocks' | 'limits' | 'check';
  readonly cure: Cure | null;
}

/** A directive as it should read, in the page's nth policy. */
export interface Cure {
  readonly policy: number;
  readonly directive: string;
  readonly values: readonly string[];
  /** Those of the values that are missing now. */
  readonly added: readonly string[];
}

/** How the test will run: the first step of the ladder that the page allows. */
export type Rung = 'worker-file' | 'blob-worker' | 'iframe' | 'banner' | 'nothing';

export interface PagePolicy {
  readonly policy: Policy;
  readonly where: 'header' | 'meta';
}

export interface Diagnosis {
  readonly rung: Rung;
  readonly findings: readonly Finding[];
  /** The page's policies, as {@link Cure} counts them. */
  readonly policies: readonly PagePolicy[];
}

/** What is to be embedded. */
export interface Embedding {
  readonly choice: Choice;
  readonly points: readonly PointAddresses[];
  /** The script's hash. */
  readonly integrity: string;
}

/** What stands between a page and the test that it wants to embed. */
export const diagnose = (page: PageFacts, embedding: Embedding): Diagnosis => {
  const policies = policiesOf(page);
  const self = new URL(page.url);
  const isFrame = embedding.choice.form === 'iframe';
  const ladder = isFrame ? [] : ladderOf(embedding.choice, policies, self);
  const found = [
    ...ofTransport(page, policies, embedding),
    ...ofSandbox(policies),
    ...(isFrame ? ofFrame(page, policies, embedding) : ofScript(page, policies, embedding)),
    ...(isFrame ? [] : ofWorker(page, policies, embedding, ladder.length > 0)),
    ...(isFrame ? [] : ofConnections(policies, embedding, self)),
    ...ofPermissions(page),
  ];
  const stops = (kinds: readonly FindingKind[]) =>
    found.some(({ kind, severity }) => severity === 'blocks' && kinds.includes(kind));
  if (isFrame) return { rung: stops(STOPS_FRAME) ? 'nothing' : 'iframe', findings: found, policies };
  const rung = stops(STOPS_SCRIPT) ? 'banner' : (ladder[0] ?? 'banner');
  return { rung, findings: found, policies };
};

const STOPS_FRAME: readonly FindingKind[] = ['mixed-content', 'upgraded', 'sandbox-scripts', 'frame'];
const STOPS_SCRIPT: readonly FindingKind[] = [
  ...['mixed-content', 'upgraded', 'sandbox-scripts', 'script', 'script-nonce', 'integrity-policy'],
  'trusted-types',
] as readonly FindingKind[];

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

/** Browsers trust these without TLS, and leave them as they are (Secure Contexts, 3.1). */
const isLoopback = ({ hostname }: URL): boolean => /^(localhost|.+\.localhost|127(\.\d+){3}|\[::1\])$/.test(hostname);
const isPlain = (address: string): boolean => {
  const url = new URL(address);
  return url.protocol === 'http:' && !isLoopback(url);
};

const ofTransport = (
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

const blocks = (kind: FindingKind, cure: Cure | null = null): Finding => ({ kind, severity: 'blocks', cure });
const limits = (kind: FindingKind, cure: Cure | null = null): Finding => ({ kind, severity: 'limits', cure });

const ofSandbox = (policies: readonly PagePolicy[]): readonly Finding[] =>
  policies.flatMap(({ policy }, at) => {
    const flags = policy.get('sandbox');
    if (!flags) return [];
    const cure = cureOf(at, 'sandbox', flags, ['allow-scripts', 'allow-same-origin']);
    if (!hasKeyword(flags, 'allow-scripts')) return [blocks('sandbox-scripts', cure)];
    return hasKeyword(flags, 'allow-same-origin') ? [] : [limits('sandbox-origin', cure)];
  });

const ofFrame = (
  page: PageFacts,
  policies: readonly PagePolicy[],
  { choice, points }: Embedding,
): readonly Finding[] => {
  const url = new URL(frameUrl(choice));
  const { frame } = needsOf(choice, points);
  const refused = policies.flatMap(({ policy }, at) =>
    allowsFrame(policy, url, new URL(page.url)) ? [] : [blocks('frame', mended(at, policy, 'frame-src', frame))],
  );
  return isIsolated(page) ? [...refused, { kind: 'frame-coep', severity: 'check', cure: null }] : refused;
};

/** Such a page takes only what says by itself that it may be taken. */
const isIsolated = (page: PageFacts): boolean =>
  headerValues(page, 'cross-origin-embedder-policy').some((value) =>
    /^\s*(require-corp|credentialless)\b/i.test(value),
  );

/** The hash and nonce of the tag that the page has already, else of the one that it will get. */
const scriptOf = ({ html }: PageFacts, { choice, integrity }: Embedding) => {
  const own = tagsOf(html ?? '', 'script').find((script) => script.get('src')?.includes(SCRIPT_FILE));
  return {
    url: new URL(distUrl(choice, SCRIPT_FILE)),
    nonce: own?.get('nonce') ?? null,
    integrity: own?.get('integrity') ?? (choice.form === 'script-pinned' ? integrity : null),
    isInPage: true,
  };
};

const ofScript = (page: PageFacts, policies: readonly PagePolicy[], embedding: Embedding): readonly Finding[] => {
  const { choice, points } = embedding;
  const self = new URL(page.url);
  const script = scriptOf(page, embedding);
  const part = { url: new URL(distUrl(choice, 'later/result.js')), nonce: null, integrity: null, isInPage: false };
  const needed = needsOf(choice, points).script;
  const found = policies.flatMap(({ policy }, at): readonly Finding[] => {
    const sources = rulingDirective(policy, 'script-src')?.sources ?? [];
    if (!allowsScript(policy, script, self)) {
      if (!hasKeyword(sources, "'strict-dynamic'")) return [blocks('script', mended(at, policy, 'script-src', needed))];
      const byHash = script.integrity && mended(at, policy, 'script-src', [`'${script.integrity}'`]);
      return [blocks('script-nonce', byHash || null)];
    }
    if (allowsScript(policy, part, self)) return [];
    return [limits('parts', mended(at, policy, 'script-src', needed))];
  });
  const wantsIntegrity = headerValues(page, 'integrity-policy').some((value) =>
    /blocked-destinations=\([^)]*\bscript\b/.test(value),
  );
  return [
    ...found,
    ...(wantsIntegrity && script.integrity === null ? [blocks('integrity-policy')] : []),
    ...ofTrustedTypes(policies),
  ];
};

const ofTrustedTypes = (policies: readonly PagePolicy[]): readonly Finding[] => {
  const isRequired = policies.some(({ policy }) => policy.has('require-trusted-types-for'));
  return policies.flatMap(({ policy }, at) => {
    const names = policy.get('trusted-types');
    if (!names || names.includes('*')) return [];
    const missing = TRUSTED_TYPES.filter((name) => !names.includes(name));
    if (missing.length === 0) return [];
    const cure = cureOf(at, 'trusted-types', names, TRUSTED_TYPES);
    // Without its first policy the script does not even start; without its second it has no use for a worker's address.
    return [isRequired || missing.includes('lit-html') ? blocks('trusted-types', cure) : limits('trusted-types', cure)];
  });
};

/** The steps that a page's policies leave: a worker of its own, the one inside the script, a frame of the collector. */
const ladderOf = (choice: Choice, policies: readonly PagePolicy[], self: URL): readonly Rung[] => {
  const every = (isAllowed: (policy: Policy) => boolean) => policies.every(({ policy }) => isAllowed(policy));
  const ownFile = new URL(choice.workerSrc, self);
  const steps: readonly (readonly [Rung, boolean])[] = [
    ['worker-file', choice.form === 'own-worker' && every((policy) => allowsWorker(policy, ownFile, self))],
    ['blob-worker', every((policy) => allowsWorker(policy, new URL('blob:'), self))],
    ['iframe', every((policy) => allowsFrame(policy, new URL(frameUrl(choice)), self))],
  ];
  return steps.flatMap(([rung, isAllowed]) => (isAllowed ? [rung] : []));
};

const ofWorker = (
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

const ofConnections = (
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

const ofPermissions = (page: PageFacts): readonly Finding[] =>
  headerValues(page, 'permissions-policy').some((value) => /\b(clipboard-write|web-share)\s*=\s*\(\s*\)/.test(value))
    ? [limits('permissions')]
    : [];

const cureOf = (policy: number, directive: string, now: readonly string[], wanted: readonly string[]): Cure => {
  const added = [...new Set(wanted)].filter((value) => !now.includes(value));
  return { policy, directive, added, values: [...now.filter((value) => value.toLowerCase() !== "'none'"), ...added] };
};

/**
 * The directive with what it lacks. Where another one rules in its stead, a new one takes over what that allows, because from then on
 * only the new one counts.
 */
const mended = (at: number, policy: Policy, wanted: Fetched, sources: readonly string[]): Cure => {
  const ruling = rulingDirective(policy, wanted) ?? { name: wanted, sources: [] };
  const isOwn = ruling.name === wanted || ruling.name === `${wanted}-elem`;
  const taken = isOwn || wanted === 'script-src' ? ruling.sources : ruling.sources.filter(isPlace);
  return cureOf(at, isOwn ? ruling.name : wanted, taken, sources);
};

/** Nonces, hashes and the `unsafe-` keywords are about scripts and styles. */
const isPlace = (source: string): boolean => !source.startsWith("'") || source.toLowerCase() === "'self'";

/** The page's policies with every cure of a diagnosis taken. */
export const cured = ({ policies, findings }: Diagnosis): readonly Policy[] =>
  policies.map(({ policy }, at) => {
    const mendedPolicy = new Map(policy);
    for (const { cure } of findings) if (cure?.policy === at) mendedPolicy.set(cure.directive, cure.values);
    return mendedPolicy;
  });
