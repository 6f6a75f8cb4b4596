import { after, before, describe, it } from 'node:test';
import { FRAMEWORK_APPS, frameworkPage } from './framework-apps.ts';
import { addLines, STRICT_POLICY } from './policy.ts';
import { assertSees } from './seen.ts';
import { type Stage, startStage } from './stage.ts';

describe('the recipes for frameworks, built from the files of their pages', () => {
  let stage: Stage;
  before(async () => {
    stage = await startStage();
  });
  after(() => stage.close());

  for (const app of FRAMEWORK_APPS)
    it(`${app.page}: the element and the frame; and the old banner where the script is not allowed`, async () => {
      const recipe = stage.recipe(app.page);
      const built = await frameworkPage(app, recipe);
      const under = (lines: string) => ({
        'content-security-policy': addLines(addLines(STRICT_POLICY, app.policy ?? ''), lines),
      });
      const page = await stage.open({ ...built, headers: under(recipe.block('csp') + recipe.block('frame-csp')) });
      await assertSees(page, { tests: 1, banners: 1, frames: 1 });
      await page.close();
      const without = await stage.open({ ...built, headers: under('') });
      await assertSees(without, { tests: 0, banners: 2, frames: 1 });
      await without.close();
    });
});
