import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { type Choice, DEFAULTS, type Fields, parseChoice } from '../../demo/embed/choice.ts';
import { cured, diagnose, type Diagnosis, type FindingKind, type Rung } from '../../demo/embed/diagnose.ts';
import type { Header, PageFacts } from '../../demo/embed/page-facts.ts';
import { serializePolicy } from '../../demo/embed/policies.ts';
import { type PointAddresses, socketOf } from '../../demo/embed/policy.ts';
import { SCRIPT_FILE, snippetOf } from '../../demo/embed/snippet.ts';
import type { Result } from '../../src/protocol/result.ts';
import type { DevToolsPage } from '../drive/browser.ts';
import { launchEngine } from '../drive/launch-engine.ts';
import type { Browser } from '../drive/page.ts';
import { inCard } from './person.ts';
import { openPortal, type Portal, type PortalPage } from './portal.ts';
import { type Stack, startStack } from './stack.ts';

const RUN_MS = 60_000;

const distDir = join(import.meta.dirname, '../../dist');
const integrity = (JSON.parse(readFileSync(join(distDir, 'integrity.json'), 'utf8')) as Record<string, string>)[
  SCRIPT_FILE
]!;

/** What a visitor sees in the end. */
type Seen = 'banner' | 'collector-unreachable' | 'point-unreachable' | 'measures' | 'measures-without-words' | 'frame';

interface Case {
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

const ALL = `script-src C; worker-src blob:; connect-src C P W`;

const CASES: readonly Case[] = [
  { name: 'no policy at all', rung: 'blob-worker', findings: [], seen: 'measures' },
  {
    name: 'all that it needs',
    policies: [`default-src 'none'; ${ALL}`],
    rung: 'blob-worker',
    findings: [],
    seen: 'measures',
  },
  {
    name: 'only its own files',
    policies: [`default-src 'self'`],
    rung: 'banner',
    findings: ['script', 'worker', 'collector', 'points', 'sockets', 'families'],
    seen: 'banner',
  },
  {
    name: 'nothing',
    policies: [`default-src 'none'`],
    rung: 'banner',
    findings: ['script', 'worker', 'collector', 'points', 'sockets', 'families'],
    seen: 'banner',
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
    rung: 'blob-worker',
    findings: [],
    seen: 'measures',
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
    rung: 'blob-worker',
    findings: [],
    seen: 'measures',
  },
  {
    name: 'scripts by nonce and strict-dynamic, and the tag has none',
    policies: [`script-src 'nonce-r4nd' 'strict-dynamic' https: http: 'unsafe-inline'`],
    rung: 'banner',
    findings: ['script-nonce'],
    seen: 'banner',
    incurable: true,
  },
  {
    name: 'the same, with a pinned script',
    fields: { form: 'script-pinned' },
    policies: [`script-src 'nonce-r4nd' 'strict-dynamic' https: http: 'unsafe-inline'`],
    rung: 'banner',
    findings: ['script-nonce'],
    seen: 'banner',
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
    rung: 'banner',
    findings: ['worker'],
    seen: 'banner',
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
    rung: 'banner',
    findings: ['worker'],
    seen: 'banner',
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
    rung: 'banner',
    findings: ['trusted-types'],
    seen: 'banner',
  },
  {
    name: 'Trusted Types without a list of names',
    policies: [`require-trusted-types-for 'script'`],
    rung: 'blob-worker',
    findings: [],
    seen: 'measures',
  },
  {
    name: 'names of Trusted Types that nothing requires',
    policies: [`trusted-types 'none'`],
    rung: 'banner',
    findings: ['trusted-types'],
    seen: 'banner',
  },
  {
    name: 'Trusted Types with one of the two names',
    policies: [`require-trusted-types-for 'script'; trusted-types lit-html; frame-src 'none'`],
    rung: 'banner',
    findings: ['trusted-types'],
    seen: 'banner',
  },
  {
    name: 'a sandbox without scripts',
    policies: [`sandbox allow-forms`],
    rung: 'banner',
    findings: ['sandbox-scripts'],
    seen: 'banner',
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
    rung: 'banner',
    findings: ['upgraded'],
    seen: 'banner',
    incurable: true,
  },
  {
    name: 'isolation: the collector’s script says that it may be taken',
    headers: [['cross-origin-embedder-policy', 'require-corp']],
    rung: 'blob-worker',
    findings: [],
    seen: 'measures',
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
    rung: 'banner',
    findings: ['integrity-policy'],
    seen: 'banner',
    incurable: true,
  },
  {
    name: 'only scripts with a hash, and the script is pinned',
    fields: { form: 'script-pinned' },
    headers: [['integrity-policy', 'blocked-destinations=(script)']],
    rung: 'blob-worker',
    findings: [],
    seen: 'measures',
  },
  {
    name: 'nobody may frame the page, which is no business of ours',
    headers: [['x-frame-options', 'DENY']],
    policies: [`frame-ancestors 'none'`],
    rung: 'blob-worker',
    findings: [],
    seen: 'measures',
  },
];

describe('the doctor, beside what a visitor really sees', () => {
  let stack: Stack;
  let browser: Browser;
  let portal: Portal;
  let points: readonly PointAddresses[];
  before(async () => {
    stack = await startStack({ domain: 'test' });
    browser = await launchEngine('chromium');
    portal = await openPortal(browser);
    const local = stack.collector.replace('collector.test', '127.0.0.1');
    ({ points } = (await (await fetch(`${local}/v1/points`)).json()) as { points: readonly PointAddresses[] });
  });
  after(async () => {
    await portal.close();
    await browser.close();
    await stack.close();
  });

  const choiceOf = ({ fields }: Case): Choice =>
    parseChoice({ ...DEFAULTS, collector: stack.collector, ...fields }).choice!;

  const filledIn = (policy: string): string => {
    const origins = points.map(({ url }) => url);
    return policy
      .replace(/\bC\b/g, stack.collector)
      .replace(/\bP\b/g, origins.join(' '))
      .replace(/\bW\b/g, origins.map(socketOf).join(' '));
  };

  const pageOf = (one: Case): PortalPage => {
    const snippet = snippetOf(choiceOf(one), { integrity });
    return {
      head: one.meta === undefined ? '' : `<meta http-equiv="Content-Security-Policy" content="${filledIn(one.meta)}">`,
      html: one.nonce === undefined ? snippet : snippet.replace('<script', `<script nonce="${one.nonce}"`),
      headers: [
        ...(one.headers ?? []),
        ...(one.policies ?? []).map((policy) => ['content-security-policy', filledIn(policy)] as const),
      ],
    };
  };

  const diagnosisOf = (one: Case, page: PortalPage): Diagnosis => {
    const facts: PageFacts = { url: `${portal.origin}/page`, headers: page.headers, html: portal.htmlOf(page) };
    return diagnose(facts, { choice: choiceOf(one), points, integrity });
  };

  /** Presses the button, where there is one, and looks what comes of it. */
  const look = async (page: DevToolsPage): Promise<Seen> => {
    const hasBanner = await page.evaluate<boolean>(`document.querySelector('i-speed-test a img') !== null`);
    assert.ok(hasBanner, 'the page is there');
    if (!(await page.evaluate<boolean>(`customElements.get('i-speed-test') !== undefined`).catch(() => false)))
      return 'banner';
    await page.evaluate(
      inCard(`void element.start({ consent: true }).then((result) => { window.result = result; }) ?? true`),
    );
    await page.until(
      inCard(
        `window.result || element.snapshot?.phase === 'download' || card.querySelector('slot:not([name])')?.assignedNodes().length`,
      ),
      RUN_MS,
    );
    const failure = await page.evaluate<Result['failure']>('window.result?.failure ?? null');
    if (failure?.code === 'engine-blocked')
      // Without the part that would frame it, or the way to the collector's page, the banner stands alone.
      return page.until<Seen>(
        inCard(`card.querySelector('iframe.shown')
          ? 'frame'
          : card.querySelector('[part~="elsewhere"]') || violations.some((one) => one.includes('/later/blocked') || one.includes('trusted-types'))
            ? 'banner'
            : null`),
      );
    if (failure) return failure.code as Seen;
    await page.until(inCard(`element.cancel() ?? true`));
    await page.until('window.result');
    const isBare = await page.evaluate<boolean>(`violations.some((one) => one.includes('/later/'))`);
    return isBare ? 'measures-without-words' : 'measures';
  };

  for (const one of CASES)
    it(`${one.name}: ${one.seen}`, async () => {
      const page = pageOf(one);
      const { rung, findings } = diagnosisOf(one, page);
      assert.equal(rung, one.rung);
      assert.deepEqual(
        findings.map(({ kind }) => kind),
        one.findings,
      );
      const seen = await look(await portal.show(page));
      assert.equal(seen, one.seen);
    });

  for (const one of CASES.filter(({ findings, incurable }) => findings.length > 0 && !incurable))
    it(`${one.name}: measures once the page says what the doctor wrote`, async () => {
      const page = pageOf(one);
      const diagnosis = diagnosisOf(one, page);
      const policies = cured(diagnosis);
      const [inHeaders, inMeta] = (['header', 'meta'] as const).map((where) =>
        policies.filter((_, at) => diagnosis.policies[at]!.where === where).map(serializePolicy),
      ) as [string[], string[]];
      const healthy: PortalPage = {
        ...page,
        head: inMeta.map((policy) => `<meta http-equiv="Content-Security-Policy" content="${policy}">`).join(''),
        headers: [
          ...page.headers.filter(([name]) => name !== 'content-security-policy'),
          ...inHeaders.map((policy) => ['content-security-policy', policy] as const),
        ],
      };
      assert.deepEqual(diagnosisOf(one, healthy).findings, []);
      assert.equal(await look(await portal.show(healthy)), 'measures');
    });
});
