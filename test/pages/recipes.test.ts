import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Result } from '../../src/protocol/result.ts';
import { FRAMEWORK_APPS, frameworkPage } from '../recipes/framework-apps.ts';
import { addLines, STRICT_POLICY } from '../recipes/policy.ts';
import { type Stage, startStage } from '../recipes/stage.ts';
import type { PortalPage } from '../recipes/portal.ts';
import { inCard, press } from '../whole/person.ts';

const RUN_MS = 60_000;

const SNIPPETS = ['plain-html', 'liferay', 'sharepoint', 'drupal', 'wordpress', 'joomla'] as const;

/** What stands in docs/embedding, pasted as it says, under the policy it says: one test each, to the end. */
describe('every recipe, run to a result', () => {
  let stage: Stage;
  before(async () => {
    stage = await startStage();
  });
  after(() => stage.close());

  const measure = async (page: PortalPage, lines: string): Promise<Result> => {
    const opened = await stage.open({
      ...page,
      headers: { 'content-security-policy': addLines(STRICT_POLICY, lines), 'x-frame-options': 'DENY' },
    });
    await opened.until(inCard('card !== null'));
    await opened.evaluate(
      inCard(`element.addEventListener('i-speed-test-submitted', ({ accepted }) => (window.accepted = accepted))`),
    );
    await opened.evaluate('localStorage.clear()'); // one portal: who has agreed is not asked again
    await press(opened, 'start');
    await press(opened, 'agree'); // the saver's 10 MB may all fit into the buffers of the line, and then the receipt bounds no rate
    const accepted = await opened.until<{ testId: string }>('window.accepted', RUN_MS);
    const stored = await stage.stack.stored(accepted.testId);
    assert.equal(stored?.outcome, 'complete');
    assert.equal(stored.province, '48');
    assert.equal(stored.site, 'danang-portal');
    const kept = await opened.evaluate<Result | undefined>('window.kept');
    if (page.script !== undefined) assert.equal(kept?.testId, accepted.testId, 'the framework heard of it');
    assert.ok(!stored.flags.includes('no-websocket'), stored.flags.join());
    await opened.close();
    return stored;
  };

  for (const name of SNIPPETS)
    it(name, async () => {
      const { block } = stage.recipe(name);
      await measure({ content: block('element') }, block('csp'));
    });

  for (const app of FRAMEWORK_APPS)
    it(app.page, async () => {
      const recipe = stage.recipe(app.page);
      await measure(await frameworkPage(app, recipe), `${recipe.block('csp')}${app.policy ?? ''}`);
    });
});
