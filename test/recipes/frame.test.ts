import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { type Filter, liferayFrames, unfiltered } from './cms-filters.ts';
import { addLines, STRICT_POLICY } from './policy.ts';
import { assertSees, FRAME } from './seen.ts';
import { type Stage, startStage } from './stage.ts';

const PATIENCE_MS = 5000;

/** What the frame says to the page around it. */
interface Heard {
  readonly origin: string;
  readonly data: { readonly event?: string; readonly height?: number };
}

const LISTEN = `window.heard = []; addEventListener('message', ({ origin, data }) => heard.push({ origin, data }));\n`;

describe('the frame of the recipes, filled', () => {
  let stage: Stage;
  before(async () => {
    stage = await startStage();
  });
  after(() => stage.close());

  const open = async (filter: Filter, { site = 'danang-portal', lines = '' } = {}) => {
    const { block } = stage.recipe('plain-html');
    const frame = filter(block('frame')).replace('danang-portal', site);
    return stage.open({
      head: '<script src="app.js"></script>',
      content: frame,
      script: LISTEN + block('frame-height'),
      headers: { 'content-security-policy': addLines(STRICT_POLICY, lines || block('frame-csp')) },
    });
  };
  const sizeSaid = `heard.find(({ data }) => data?.['i-speed-test'] === 1 && data.event === 'size')`;

  it('says how high it is, and the page’s three lines make it so', async () => {
    const page = await open(unfiltered);
    const { origin, data } = await page.until<Heard>(sizeSaid, PATIENCE_MS);
    assert.equal(origin, stage.stack.collector);
    assert.ok(data.height! > 200, `${data.height} px`);
    await page.until(`document.querySelector('iframe').offsetHeight === ${sizeSaid}.data.height`, PATIENCE_MS);
    await page.close();
  });

  it('is filled under the flags that the page on Liferay names, and stays empty without any', async () => {
    const filled = await open(liferayFrames('allow-scripts allow-same-origin allow-popups'));
    await filled.until(sizeSaid, PATIENCE_MS);
    await filled.close();
    const locked = await open(liferayFrames(''));
    await assertSees(locked, FRAME, 'the old banner below it');
    assert.equal(await locked.evaluate('heard.length'), 0);
    await locked.close();
  });

  it('is refused to a page that is not on its site’s list: the old banner stands below', async () => {
    const known = await open(unfiltered);
    await known.until(sizeSaid, PATIENCE_MS);
    await known.close();
    const stranger = await open(unfiltered, { site: 'hue-portal' });
    await assertSees(stranger, FRAME);
    assert.equal(await stranger.evaluate('heard.length'), 0);
    await stranger.close();
  });
});
