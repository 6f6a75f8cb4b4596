import { after, before, describe, it } from 'node:test';
import {
  type Filter,
  drupalBasicHtml,
  joomlaForbidden,
  liferayAntiSamy,
  liferayFrames,
  sharepointField,
  unfiltered,
  wordpressKses,
} from './cms-filters.ts';
import { addLines, STRICT_POLICY } from './policy.ts';
import type { PortalPage } from './portal.ts';
import { assertSees, BANNER, FRAME, type Seen, TEST } from './seen.ts';
import { type Stage, startStage } from './stage.ts';

/** One way to put a recipe into a CMS: whose rights, and what the page promises of it. */
interface Way {
  readonly by: string;
  readonly block: 'element' | 'frame';
  readonly filter: Filter;
  readonly sees: Seen;
}

interface Cms {
  readonly page: string;
  readonly head?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly ways: readonly Way[];
}

const element = (by: string, filter: Filter, sees: Seen): Way => ({ by, block: 'element', filter, sees });
const frame = (by: string, filter: Filter, sees: Seen): Way => ({ by, block: 'frame', filter, sees });

const SAME_ORIGIN_FRAMES = { 'x-frame-options': 'SAMEORIGIN', 'x-content-type-options': 'nosniff' };

const CMS: readonly Cms[] = [
  {
    page: 'plain-html',
    headers: { 'x-frame-options': 'DENY' },
    head: '<base href="/tep/trang.html">',
    ways: [element('in the file', unfiltered, TEST), frame('in the file', unfiltered, FRAME)],
  },
  {
    page: 'liferay',
    headers: SAME_ORIGIN_FRAMES,
    ways: [
      element('in a fragment', unfiltered, TEST),
      element('in a blog, past AntiSamy', liferayAntiSamy, BANNER),
      frame('in a fragment', unfiltered, FRAME),
      frame('with flags in the iframe sanitiser', liferayFrames('allow-scripts allow-same-origin allow-popups'), FRAME),
      frame('in a blog, past AntiSamy', liferayAntiSamy, BANNER),
    ],
  },
  {
    page: 'sharepoint',
    headers: SAME_ORIGIN_FRAMES,
    ways: [
      element('in a Script Editor', unfiltered, TEST),
      element('in a text field', sharepointField('None'), BANNER),
      frame('where no domain is allowed', sharepointField('None'), BANNER),
      frame('where another domain is allowed', sharepointField(['youtube.com']), BANNER),
      frame('where the domain is allowed', sharepointField(['collector.test']), FRAME),
      frame('where all are allowed', sharepointField('All'), FRAME),
    ],
  },
  {
    page: 'drupal',
    headers: SAME_ORIGIN_FRAMES,
    ways: [
      element('in a format without filters', unfiltered, TEST),
      element('in Basic HTML', drupalBasicHtml, BANNER),
      frame('in a format without filters', unfiltered, FRAME),
      frame('in Basic HTML', drupalBasicHtml, BANNER),
    ],
  },
  {
    page: 'wordpress',
    ways: [
      element('in a Custom HTML block', unfiltered, TEST),
      element('saved by an Author', wordpressKses, BANNER),
      frame('in a Custom HTML block', unfiltered, FRAME),
      frame('saved by an Author', wordpressKses, BANNER),
    ],
  },
  {
    page: 'joomla',
    headers: SAME_ORIGIN_FRAMES,
    head: '<base href="/chuyen-muc/khac">',
    ways: [
      element('saved by a Super User', unfiltered, TEST),
      element('saved by an Administrator', joomlaForbidden, BANNER),
      frame('saved by a Super User', unfiltered, FRAME),
      frame('saved by an Administrator', joomlaForbidden, BANNER),
    ],
  },
];

describe('the recipes of docs/embedding, as a visitor sees them', () => {
  let stage: Stage;
  before(async () => {
    stage = await startStage();
  });
  after(() => stage.close());

  const see = async (page: PortalPage, expected: Seen) => {
    const opened = await stage.open(page);
    await assertSees(opened, expected);
    await opened.close();
  };

  for (const { page, head = '', headers = {}, ways } of CMS) {
    const cspOf = { element: 'csp', frame: 'frame-csp' } as const;
    for (const { by, block, filter, sees } of ways)
      it(`${page}: the ${block} ${by}`, async () => {
        const recipe = stage.recipe(page);
        const policy = addLines(STRICT_POLICY, recipe.block(cspOf[block]));
        const content = filter(recipe.block(block));
        await see({ head, content, headers: { ...headers, 'content-security-policy': policy } }, sees);
      });

    it(`${page}: the old banner where the policy lacks a line`, async () => {
      const recipe = stage.recipe(page);
      const lines = recipe.block('csp');
      const content = recipe.block('element');
      for (const missing of ['script-src', 'worker-src']) {
        const policy = addLines(STRICT_POLICY, lines.replace(new RegExp(`^${missing}.*$`, 'm'), ''));
        await see({ head, content, headers: { ...headers, 'content-security-policy': policy } }, BANNER);
      }
    });
  }
});
