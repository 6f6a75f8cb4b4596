import type { Fields } from '../../demo/embed/choice.ts';
import type { FindingKind, Rung } from '../../demo/embed/diagnosis.ts';
import type { Header } from '../../demo/embed/page-facts.ts';
import { SCRIPT_FILE } from '../../demo/embed/snippet.ts';

/** What a visitor sees in the end. */
export type Seen =
  'banner' | 'collector-unreachable' | 'point-unreachable' | 'measures' | 'measures-without-words' | 'frame';

export interface Case {
  readonly name: string;
  readonly fields?: Partial<Fields>;
  /** C: collector, P: points, W: their sockets. */
  readonly policies?: readonly string[];
  readonly meta?: string;
  readonly headers?: readonly Header[];
  /** Of the script's tag. */
  readonly nonce?: string;
  readonly rung: Rung;
  readonly findings: readonly FindingKind[];
  readonly seen: Seen;
  /** Not every trouble has a line of policy against it. */
  readonly incurable?: true;
}

const FINE = { rung: 'blob-worker', findings: [], seen: 'measures' } as const;
const stoppedBy = (...findings: FindingKind[]) => ({ rung: 'banner', findings, seen: 'banner' }) as const;

const ALL = `script-src C; worker-src blob:; connect-src C P W`;

export const CASES: readonly Case[] = [
  { name: 'no policy at all', ...FINE },
  {
    name: 'all that it needs',
    policies: [`default-src 'none'; ${ALL}`],
    ...FINE,
  },
  {
    name: 'only its own files',
    policies: [`default-src 'self'`],
    ...stoppedBy('script', 'worker', 'collector', 'points', 'sockets', 'families'),
  },
  {
    name: 'nothing',
    policies: [`default-src 'none'`],
    ...stoppedBy('script', 'worker', 'collector', 'points', 'sockets', 'families'),
  },
  {
    name: 'two policies, of which one is too narrow',
    policies: [`default-src 'none'; ${ALL}`, `script-src 'self' C blob:; connect-src 'self'`],
    rung: 'blob-worker',
    findings: ['collector', 'points', 'sockets', 'families'],
    seen: 'collector-unreachable',
  },
  {
    name: 'two policies in one header',
    policies: [`default-src 'none'; ${ALL}, connect-src C`],
    rung: 'blob-worker',
    findings: ['points', 'sockets', 'families'],
    seen: 'point-unreachable',
  },
  {
    name: 'a policy that is only reported',
    headers: [['content-security-policy-report-only', `default-src 'none'`]],
    ...FINE,
  },
  {
    name: 'a policy in the page itself',
    meta: `script-src C; connect-src &#39;self&#39;; sandbox; frame-ancestors 'none'`,
    rung: 'iframe',
    findings: ['worker', 'collector', 'points', 'sockets', 'families'],
    seen: 'frame',
  },
  {
    name: 'scripts by nonce, and the tag has it',
    policies: [`script-src 'nonce-r4nd' 'strict-dynamic'`],
    nonce: 'r4nd',
    ...FINE,
  },
  {
    name: 'scripts by nonce and strict-dynamic, and the tag has none',
    policies: [`script-src 'nonce-r4nd' 'strict-dynamic' https: http: 'unsafe-inline'`],
    ...stoppedBy('script-nonce'),
    incurable: true,
  },
  {
    name: 'the same, with a pinned script',
    fields: { form: 'script-pinned' },
    policies: [`script-src 'nonce-r4nd' 'strict-dynamic' https: http: 'unsafe-inline'`],
    ...stoppedBy('script-nonce'),
  },
  {
    name: 'scripts by nonce alone: what comes later has none',
    policies: [`script-src 'nonce-r4nd'; worker-src blob:`],
    nonce: 'r4nd',
    rung: 'blob-worker',
    findings: ['parts'],
    seen: 'measures-without-words',
  },
  {
    name: 'the same with a banner, which comes later: a card stands in for it',
    fields: { layout: 'banner' },
    policies: [`script-src 'nonce-r4nd'; worker-src blob:`],
    nonce: 'r4nd',
    rung: 'blob-worker',
    findings: ['parts'],
    seen: 'measures-without-words',
  },
  {
    name: 'the one file, not what lies beside it',
    policies: [`script-src C/dist/${SCRIPT_FILE}; worker-src blob:`],
    rung: 'blob-worker',
    findings: ['parts'],
    seen: 'measures-without-words',
  },
  {
    name: 'no worker, by script-src',
    policies: [`script-src C`],
    rung: 'iframe',
    findings: ['worker'],
    seen: 'frame',
  },
  {
    name: 'no worker, by child-src',
    policies: [`script-src C blob:; child-src 'none'`],
    ...stoppedBy('worker'),
  },
  {
    name: 'no worker, by default-src',
    policies: [`default-src C P W 'self'`],
    rung: 'iframe',
    findings: ['worker'],
    seen: 'frame',
  },
  {
    name: 'a worker of its own server',
    fields: { form: 'own-worker' },
    policies: [`default-src 'none'; script-src C; worker-src 'self'; connect-src C P W`],
    rung: 'worker-file',
    findings: [],
    seen: 'measures',
  },
  {
    name: 'a worker of its own server that the policy does not allow',
    fields: { form: 'own-worker' },
    policies: [`script-src C; worker-src C; frame-src 'none'`],
    ...stoppedBy('worker'),
  },
  {
    name: 'no WebSocket',
    policies: [`connect-src C P`],
    rung: 'blob-worker',
    findings: ['sockets'],
    seen: 'measures',
  },
  {
    name: 'Trusted Types with other names',
    policies: [`require-trusted-types-for 'script'; trusted-types dompurify`],
    ...stoppedBy('trusted-types'),
  },
  {
    name: 'Trusted Types without a list of names',
    policies: [`require-trusted-types-for 'script'`],
    ...FINE,
  },
  {
    name: 'names of Trusted Types that nothing requires',
    policies: [`trusted-types 'none'`],
    ...stoppedBy('trusted-types'),
  },
  {
    name: 'Trusted Types with one of the two names',
    policies: [`require-trusted-types-for 'script'; trusted-types lit-html; frame-src 'none'`],
    ...stoppedBy('trusted-types'),
  },
  {
    name: 'a sandbox without scripts',
    policies: [`sandbox allow-forms`],
    ...stoppedBy('sandbox-scripts'),
  },
  {
    name: 'a sandbox without an origin',
    policies: [`sandbox allow-scripts`],
    rung: 'blob-worker',
    findings: ['sandbox-origin'],
    seen: 'measures',
  },
  {
    name: 'plain requests upgraded, of which the collector knows nothing',
    policies: [`upgrade-insecure-requests`],
    ...stoppedBy('upgraded'),
    incurable: true,
  },
  {
    name: 'isolation: the collector’s script says that it may be taken',
    headers: [['cross-origin-embedder-policy', 'require-corp']],
    ...FINE,
  },
  {
    name: 'isolation, and a worker of its own server, which has the same headers here',
    fields: { form: 'own-worker' },
    headers: [['cross-origin-embedder-policy', 'require-corp']],
    rung: 'worker-file',
    findings: ['worker-coep'],
    seen: 'measures',
    incurable: true,
  },
  {
    name: 'only scripts with a hash, and the script has none',
    headers: [['integrity-policy', 'blocked-destinations=(script)']],
    ...stoppedBy('integrity-policy'),
    incurable: true,
  },
  {
    name: 'only scripts with a hash, and the script is pinned',
    fields: { form: 'script-pinned' },
    headers: [['integrity-policy', 'blocked-destinations=(script)']],
    ...FINE,
  },
  {
    name: 'nobody may frame the page, which is no business of ours',
    headers: [['x-frame-options', 'DENY']],
    policies: [`frame-ancestors 'none'`],
    ...FINE,
  },
];
