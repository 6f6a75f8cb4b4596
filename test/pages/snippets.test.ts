import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { type Choice, DEFAULTS, type Fields, FORMS, LAYOUTS, parseChoice, SIZES } from '../../demo/embed/choice.ts';
import { headerText, policyLines, trustedTypesLine } from '../../demo/embed/policy.ts';
import { frameHeightScript, snippetOf, styleOf } from '../../demo/embed/snippet.ts';
import type { Result } from '../../src/protocol/result.ts';
import type { Accepted } from '../../src/protocol/submission.ts';
import type { DevToolsPage } from '../drive/browser.ts';
import { type ConfiguratorStage, integrity, startConfiguratorStage } from './configurator-stage.ts';
import { inCard, pressInFrame } from '../whole/person.ts';

const RUN_MS = 60_000;

/** Nothing but what the page itself needs: its style sheet and its pictures. */
const STRICT = `default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; require-trusted-types-for 'script'`;

const SCRIPT_FORMS = FORMS.filter((form) => form !== 'iframe');

describe('every snippet of the configurator, under the policy lines it prints and nothing else', () => {
  let stage: ConfiguratorStage;
  before(async () => {
    stage = await startConfiguratorStage();
  });
  after(() => stage.close());

  const choose = (fields: Partial<Fields>): Choice => {
    const { choice, mistakes } = parseChoice({ ...DEFAULTS, collector: stage.collector, plan: 'saver', ...fields });
    assert.deepEqual(mistakes, null);
    return choice;
  };

  const embed = (choice: Choice): Promise<DevToolsPage> => {
    const trustedTypes = trustedTypesLine(choice);
    const lines = [...policyLines(choice, stage.points), ...(trustedTypes ? [trustedTypes] : [])];
    return stage.portal.show({
      html: snippetOf(choice, { integrity }),
      css: styleOf(choice),
      headers: [['content-security-policy', `${STRICT}; ${headerText(lines)}`]],
    });
  };

  const start = (page: DevToolsPage) =>
    page.evaluate(
      inCard(`void element.start({ consent: true }).then((result) => { window.result = result; }) ?? true`),
    );

  const isClean = async (page: DevToolsPage) => {
    assert.deepEqual(await page.evaluate('violations'), [], 'the policy forbids nothing that it needs');
    assert.deepEqual(await page.evaluate('troubles'), []);
  };

  for (const form of SCRIPT_FORMS)
    for (const layout of LAYOUTS)
      for (const size of layout === 'banner' ? ['', ...SIZES] : [''])
        it(`${form}, ${layout} ${size}: the button is there, and a press of it measures`, async () => {
          const page = await embed(choose({ form, layout, size, kiosk: layout === 'kiosk' ? 'hall-3' : '' }));
          const button = layout === 'kiosk' ? 'button' : '[part~="start"]';
          await page.until(inCard(`card?.querySelector('${button}')?.checkVisibility()`));
          await start(page);
          await page.until(inCard(`element.snapshot?.phase === 'download'`), RUN_MS);
          await page.evaluate(inCard(`element.cancel() ?? true`));
          assert.equal((await page.until<Result>('window.result')).outcome, 'cancelled');
          await isClean(page);
        });

  for (const form of SCRIPT_FORMS)
    it(`${form}: measures to the end, with everything that a policy could take away`, async () => {
      // The saver's bytes are over before the slow line is full.
      const page = await embed(choose({ form, plan: 'standard', accent: '#b3261e', radius: '4', locale: 'en' }));
      const colour = `getComputedStyle(card.querySelector('[part~="start"]')).backgroundColor`;
      await page.until(inCard(`card?.querySelector('[part~="start"]') && ${colour} === 'rgb(179, 38, 30)'`));
      await start(page);
      const result = await page.until<Result>('window.result', RUN_MS);
      assert.equal(result.outcome, 'complete', JSON.stringify(result.failure));
      assert.ok(!result.flags.includes('no-websocket'), 'over WebSocket');
      assert.notEqual(result.ipv6, null);
      await page.until(inCard(`card.querySelector('[part~="delivery"]')?.dataset.kind === 'accepted'`));
      assert.match(await page.evaluate<string>(inCard('card.textContent')), /Download/);
      await isClean(page);
    });

  it('shows the old banner, as it was written, where scripts are switched off', async () => {
    const choice = choose({ bannerLink: '/cũ?a=1&b="2"', bannerImage: '/b.svg', bannerText: '<Đo> "tốc độ" & hơn' });
    const page = await stage.portal.show({
      html: snippetOf(choice, { integrity }),
      headers: [['content-security-policy', `default-src 'none'; img-src 'self'`]],
    });
    const shown = await page.evaluate<{ href: string; alt: string; isSeen: boolean }>(`(() => {
      const link = document.querySelector('i-speed-test a');
      const image = link.querySelector('img');
      return { href: link.getAttribute('href'), alt: image.alt, isSeen: image.checkVisibility() && image.width > 0 };
    })()`);
    assert.deepEqual(shown, { href: '/cũ?a=1&b="2"', alt: '<Đo> "tốc độ" & hơn', isSeen: true });
  });

  for (const layout of LAYOUTS)
    it(`iframe, ${layout}: the frame says how high it is, and a press in it measures to the end`, async () => {
      const kiosk = layout === 'kiosk' ? 'hall-3' : '';
      const choice = choose({ form: 'iframe', plan: 'standard', layout, kiosk });
      const page = await embed(choice);
      await page.evaluate(frameHeightScript(choice));
      await page.evaluate(`window.told = {};
        addEventListener('message', ({ source, data }) => {
          if (source === document.querySelector('iframe').contentWindow && data?.['i-speed-test'] === 1)
            told[data.event] = data.detail ?? data.height ?? true;
        }) ?? true`);
      // It may have said so before anybody listened.
      await page.evaluate(`(document.querySelector('iframe').src += '&again=1', true)`);
      const height = await page.until<number>('told.size');
      await page.until(`document.querySelector('iframe').height === '${height}'`);
      await page.evaluateInFrame('localStorage.clear()'); // what the person of another layout agreed to
      for (const part of ['start', 'agree'])
        await pressInFrame(page, { part, frame: `document.querySelector('iframe')` });
      const result = await page.until<Result>('told.result', RUN_MS);
      assert.equal(result.outcome, 'complete', JSON.stringify(result.failure));
      const accepted = await page.until<Accepted>('told.submitted');
      assert.equal(accepted.state, 'verified', accepted.flags.join());
      assert.ok(!accepted.flags.includes('unattributed'), 'the portal speaks for its site, through the iframe too');
      await isClean(page);
    });
});
