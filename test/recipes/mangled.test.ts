import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { addLines, STRICT_POLICY } from './policy.ts';
import type { PortalPage } from './portal.ts';
import { assertSees, BANNER, type Seen, TEST } from './seen.ts';
import { type Stage, startStage } from './stage.ts';

/** The parts of the snippet, so that they can be put together as an editor would. */
const SNIPPET = /^(<script[^>]*><\/script>)\s*(<i-speed-test[^>]*>)(.*)(<\/i-speed-test>)\s*$/s;

interface Parts {
  readonly whole: string;
  readonly script: string;
  readonly start: string;
  readonly inside: string;
  readonly end: string;
}

type Mangle = (parts: Parts) => string;

const upperCased = (tag: string): string =>
  tag.replace(/<\/?([a-z-]+)/g, (name) => name.toUpperCase()).replace(/ ([a-z-]+)=/g, (name) => name.toUpperCase());

const unquoted = (tag: string): string => tag.replace(/="([^"\s]+)"/g, '=$1');

const curly = (html: string): string => html.replace(/="([^"]*)"/g, '=“$1”');

/** What editors do to markup, and what a visitor sees then. */
const MANGLED: Readonly<Record<string, readonly [Mangle, Seen]>> = {
  'a paragraph around it, with line breaks inside (wpautop)': [
    ({ script, start, inside, end }) => `<p>${script}<br />\n${start}<br />${inside}<br />\n${end}</p>`,
    TEST,
  ],
  'a paragraph around the script alone': [
    ({ script, start, inside, end }) => `<p>${script}</p>\n<p>&nbsp;</p>\n<div>${start}${inside}${end}</div>`,
    TEST,
  ],
  'names in capitals': [
    ({ script, start, inside, end }) => script + upperCased(start) + upperCased(inside) + upperCased(end),
    TEST,
  ],
  'attributes without quotes': [({ script, start, inside, end }) => script + unquoted(start) + inside + end, TEST],
  'no defer, above': [({ whole }) => whole.replace(' defer', ''), TEST],
  'no defer, below': [({ script, start, inside, end }) => start + inside + end + script.replace(' defer', ''), TEST],
  'async instead of defer': [({ whole }) => whole.replace(' defer', ' async'), TEST],
  'type="text/javascript" added': [({ whole }) => whole.replace(' defer', ' type="text/javascript"'), TEST],
  'the script below, far away': [
    ({ script, start, inside, end }) => `${start}${inside}${end}${'<p>Tin tức</p>'.repeat(50)}${script}`,
    TEST,
  ],
  'the script inside the tag': [({ script, start, inside, end }) => start + script + inside + end, TEST],
  'the script loaded twice': [({ script, whole }) => script + whole, TEST],
  'the snippet pasted twice': [({ whole }) => whole + whole, { ...TEST, tests: 2 }],
  'the closing tag lost at the end of its box': [
    ({ script, start, inside }) => `<div>${script}${start}${inside}</div>`,
    TEST,
  ],
  'unknown attributes added': [
    ({ whole }) => whole.replace('<i-speed-test', '<i-speed-test data-id="7" class="x" contenteditable="false"'),
    TEST,
  ],
  'the script stripped': [({ start, inside, end }) => start + inside + end, BANNER],
  'the tag stripped': [({ script, inside }) => script + inside, BANNER],
  'both stripped': [({ inside }) => inside, BANNER],
  'attributes stripped: the banner, below a sentence for the webmaster': [
    ({ script, inside, end }) => `${script}<i-speed-test>${inside}${end}`,
    BANNER,
  ],
  'curly quotes in tag and script': [
    ({ script, start, inside, end }) => `${curly(script)}${curly(start)}${inside}${end}`,
    BANNER,
  ],
  'curly quotes everywhere, from a word processor: not even the banner': [
    ({ whole }) => curly(whole),
    { tests: 0, banners: 0, frames: 0 },
  ],
};

describe('a snippet as editors leave it', () => {
  let stage: Stage;
  before(async () => {
    stage = await startStage();
  });
  after(() => stage.close());

  const partsOf = (): Parts => {
    const whole = stage.recipe('plain-html').block('element');
    const [, script, start, inside, end] = SNIPPET.exec(whole)!;
    return { whole, script: script!, start: start!, inside: inside!, end: end! };
  };
  const open = (page: PortalPage) =>
    stage.open({
      ...page,
      headers: {
        'content-security-policy': addLines(STRICT_POLICY, stage.recipe('plain-html').block('csp')),
        ...page.headers,
      },
    });

  for (const [what, [mangle, sees]] of Object.entries(MANGLED))
    it(what, async () => {
      const page = await open({ content: mangle(partsOf()) });
      await assertSees(page, sees);
      await page.close();
    });

  it('stays whole in an editor that writes XHTML, because it is never empty', async () => {
    const page = await open({ content: '' });
    const { whole } = partsOf();
    const written = await page.evaluate<string>(`(() => {
      const box = document.createElement('div');
      box.innerHTML = ${JSON.stringify(whole)};
      return new XMLSerializer().serializeToString(box);
    })()`);
    await page.close();
    assert.match(written, /<\/i-speed-test>/);
    const again = await open({ content: written.replace('></script>', ' ></script>') });
    await assertSees(again, TEST);
    await again.close();
  });

  it('swallows what follows in its box where it was left empty and closed by a slash: hence the banner inside', async () => {
    const { script, start } = partsOf();
    const page = await open({
      content: `${script}<section>${start.replace('>', ' />')}<p id="next">Tin</p></section><p id="after">Tin</p>`,
    });
    await assertSees(page, TEST);
    const isSeen = (id: string) => page.evaluate<boolean>(`document.querySelector('#${id}').offsetHeight > 0`);
    assert.equal(await isSeen('next'), false);
    assert.equal(await isSeen('after'), true, 'no more than its box');
    await page.close();
  });

  it('loses its banner to the page where a paragraph is around it and another inside: hence links and pictures only', async () => {
    const { script, start, inside, end } = partsOf();
    const page = await open({ content: `${script}<p>${start}<p>${inside}</p>${end}</p>` });
    await assertSees(page, { tests: 1, banners: 1, frames: 0 });
    await page.close();
  });

  it('is shown as text where it was pasted into the visual editor', async () => {
    const escaped = partsOf().whole.replaceAll('<', '&lt;').replaceAll('>', '&gt;');
    const page = await open({ content: `<pre>${escaped}</pre>` });
    await assertSees(page, { tests: 0, banners: 0, frames: 0 });
    assert.match(await page.evaluate<string>('document.body.innerText'), /<i-speed-test collector=/);
    await page.close();
  });

  it('works where the page puts it in later, and the script is there already', async () => {
    const { script, start, inside, end } = partsOf();
    const page = await open({ head: script, content: '' });
    await page.evaluate(`document.querySelector('main').innerHTML = ${JSON.stringify(start + inside + end)}`);
    await assertSees(page, TEST);
    await page.close();
  });

  it('leaves the banner where the page puts all of it in later: browsers do not run such a script', async () => {
    const page = await open({ content: '' });
    await page.evaluate(`document.querySelector('main').innerHTML = ${JSON.stringify(partsOf().whole)}`);
    await assertSees(page, BANNER);
    await page.close();
  });

  it('needs the nonce under strict-dynamic, which ignores names of hosts', async () => {
    const policy = addLines(
      addLines(STRICT_POLICY, stage.recipe('plain-html').block('csp')),
      `script-src 'strict-dynamic' 'nonce-bimat'`,
    );
    const headers = { 'content-security-policy': policy };
    const { whole } = partsOf();
    const without = await open({ content: whole, headers });
    await assertSees(without, BANNER);
    await without.close();
    const withNonce = await open({ content: whole.replace('<script', '<script nonce="bimat"'), headers });
    await assertSees(withNonce, TEST);
    await withNonce.close();
  });
});
