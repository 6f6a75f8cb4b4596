import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { DEFAULTS, type Fields, parseChoice } from '../../demo/embed/choice.ts';
import { parsePolicies, serializePolicy } from '../../demo/embed/policies.ts';
import { headerText, policyLines, trustedTypesLine } from '../../demo/embed/policy.ts';
import { frameUrl, snippetOf, styleOf } from '../../demo/embed/snippet.ts';
import { policyText } from '../../demo/embed/snippets.ts';

const integrity = 'sha384-AAAA';
const choose = (fields: Partial<Fields>) =>
  parseChoice({ ...DEFAULTS, collector: 'https://collector.example.vn', ...fields }).choice!;
const snippet = (fields: Partial<Fields>) => snippetOf(choose(fields), { integrity });

const POINTS = [
  { url: 'https://p1.example.vn', url4: 'https://v4.p1.example.vn', url6: 'https://v6.p1.example.vn' },
  { url: 'http://p2.example.vn:8081', url4: null, url6: 'http://[::1]:8081' },
];
const lines = (fields: Partial<Fields>) => headerText(policyLines(choose(fields), POINTS)).split('; ');

describe('a snippet', () => {
  it('is one script and one tag with the old banner inside', () => {
    assert.equal(
      snippet({}),
      `<script src="https://collector.example.vn/dist/i-speed-test.min.js" defer></script>

<i-speed-test collector="https://collector.example.vn" site="danang-portal" province="48">
  <a href="/banner-cu"><img src="/banner-cu.png" alt="Đo tốc độ Internet"></a>
</i-speed-test>`,
    );
  });

  it('is pinned, asks for its own worker, or is a frame', () => {
    assert.match(snippet({ form: 'script-pinned' }), /integrity="sha384-AAAA"\s+crossorigin="anonymous"\s+defer/);
    assert.match(snippet({ form: 'own-worker' }), /worker-src="\/js\/engine-worker.js"/);
    assert.doesNotMatch(snippet({ form: 'script' }), /integrity|crossorigin|worker-src/);
    assert.match(snippet({ form: 'iframe' }), /^<iframe[^>]+><\/iframe>$/);
  });

  it('lets nothing that was typed out of its attribute', () => {
    const html = snippet({ bannerText: '"><script>alert(1)</script>', bannerLink: `javascript'"&<>` });
    assert.equal(html.match(/<script/g)?.length, 1);
    assert.match(html, /alt="&quot;&gt;&lt;script&gt;alert\(1\)&lt;\/script&gt;"/);
  });

  it('names in the frame’s address what the element has as attributes', () => {
    const url = new URL(
      frameUrl(choose({ form: 'iframe', layout: 'banner', size: '300x250', locale: 'en', plan: 'saver' })),
    );
    assert.equal(url.pathname, '/embed.html');
    assert.deepEqual(Object.fromEntries(url.searchParams), {
      site: 'danang-portal',
      province: '48',
      layout: 'banner',
      size: '300x250',
      locale: 'en',
      plan: 'saver',
    });
  });

  it('has its colours in a style sheet, for a policy may forbid them elsewhere', () => {
    assert.equal(styleOf(choose({})), null);
    assert.equal(styleOf(choose({ form: 'iframe', accent: '#b3261e' })), null);
    assert.match(
      styleOf(choose({ accent: '#FFFF00', radius: '0' }))!,
      /accent: #ffff00;\n.*on-accent: #0f1a2e;\n.*radius: 0px;/,
    );
    assert.doesNotMatch(snippet({ accent: '#b3261e' }), /style|b3261e/);
    assert.doesNotMatch(snippet({ form: 'iframe' }), /style=/);
  });
});

describe('the policy lines', () => {
  it('name the collector, the worker, and every address of every point', () => {
    assert.deepEqual(lines({}), [
      'script-src https://collector.example.vn',
      'worker-src blob:',
      'connect-src https://collector.example.vn https://p1.example.vn wss://p1.example.vn http://p2.example.vn:8081 ' +
        'ws://p2.example.vn:8081 https://v4.p1.example.vn https://v6.p1.example.vn http://*:8081',
    ]);
  });

  it('are the same for a pinned script; name the own server for its worker; and only the frame for a frame', () => {
    assert.deepEqual(lines({ form: 'script-pinned' }), lines({}));
    assert.equal(lines({ form: 'own-worker' })[1], `worker-src 'self'`);
    assert.deepEqual(lines({ form: 'iframe' }), ['frame-src https://collector.example.vn']);
    assert.equal(trustedTypesLine(choose({ form: 'iframe' })), null);
  });

  it('are a policy, as they stand on the page to be copied', () => {
    const all = [...policyLines(choose({}), POINTS), trustedTypesLine(choose({}))!];
    for (const line of all) assert.equal(serializePolicy(parsePolicies(policyText([line]))[0]!), headerText([line]));
  });
});
