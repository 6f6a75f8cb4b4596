import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { type Choice, DEFAULTS, parseChoice } from '../../demo/embed/choice.ts';
import { cured } from '../../demo/embed/cure.ts';
import { diagnose } from '../../demo/embed/diagnose.ts';
import type { Diagnosis } from '../../demo/embed/diagnosis.ts';
import type { PageFacts } from '../../demo/embed/page-facts.ts';
import { serializePolicy } from '../../demo/embed/policies.ts';
import { socketOf } from '../../demo/embed/policy.ts';
import { snippetOf } from '../../demo/embed/snippet.ts';
import type { Result } from '../../src/protocol/result.ts';
import type { DevToolsPage } from '../drive/browser.ts';
import { type ConfiguratorStage, integrity, startConfiguratorStage } from './configurator-stage.ts';
import { type Case, CASES, type Seen } from './doctor-cases.ts';
import { inCard } from '../whole/person.ts';
import type { PortalPage } from './portal.ts';

const RUN_MS = 60_000;

describe('the doctor, beside what a visitor really sees', () => {
  let stage: ConfiguratorStage;
  before(async () => {
    stage = await startConfiguratorStage();
  });
  after(() => stage.close());

  const choiceOf = ({ fields }: Case): Choice =>
    parseChoice({ ...DEFAULTS, collector: stage.collector, ...fields }).choice!;

  const filledIn = (policy: string): string => {
    const origins = stage.points.map(({ url }) => url);
    return policy
      .replace(/\bC\b/g, stage.collector)
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
    const facts: PageFacts = {
      url: `${stage.portal.origin}/page`,
      headers: page.headers,
      html: stage.portal.htmlOf(page),
    };
    return diagnose(facts, { choice: choiceOf(one), points: stage.points, integrity });
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
      const seen = await look(await stage.portal.show(page));
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
      assert.equal(await look(await stage.portal.show(healthy)), 'measures');
    });
});
