import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { headerValues, metaPolicies } from '../../demo/embed/page-facts.ts';
import { readPasted } from '../../demo/embed/read-pasted.ts';

const PAGE = 'https://portal.example.vn/';
const policies = (text: string) => headerValues(readPasted(text, PAGE), 'content-security-policy');

describe('what people paste', () => {
  it('is what curl prints, of several answers the last', () => {
    const text = `HTTP/1.1 301 Moved\r\nLocation: /vi\r\nContent-Security-Policy: default-src 'none'\r\n\r\nHTTP/2 200\r
content-security-policy: script-src 'self'\r\ncontent-security-policy: worker-src blob:\r\nx-frame-options: DENY\r\n`;
    assert.deepEqual(policies(text), [`script-src 'self'`, 'worker-src blob:']);
    assert.deepEqual(headerValues(readPasted(text, PAGE), 'x-frame-options'), ['DENY']);
  });

  it('is what a browser’s network tab shows, the value below its name', () => {
    assert.deepEqual(policies(`content-security-policy:\ndefault-src 'self'\ncontent-type:\ntext/html`), [
      `default-src 'self'`,
    ]);
    assert.deepEqual(policies(`content-security-policy-report-only:\ndefault-src 'none'\nserver:\nnginx`), []);
  });

  it('is a server’s configuration', () => {
    const policy = `default-src 'self'; script-src 'self' https://a.example`;
    assert.deepEqual(policies(`  add_header Content-Security-Policy "${policy}" always;`), [policy]);
    assert.deepEqual(policies(`Header always set Content-Security-Policy "${policy}"`), [policy]);
    assert.deepEqual(policies(`<add name="Content-Security-Policy" value="${policy}" />`), [policy]);
  });

  it('is a policy alone', () => {
    assert.deepEqual(policies(`default-src 'self'; connect-src https:`), [`default-src 'self'; connect-src https:`]);
  });

  it('is a page, with the policies of its head', () => {
    const html = `<!doctype html><html><head>
      <!-- <meta http-equiv="Content-Security-Policy" content="default-src 'none'"> -->
      <META content="script-src &#39;self&#39; https://a.example/?a=1&amp;b" HTTP-EQUIV='content-security-policy'>
      <meta http-equiv="Content-Security-Policy-Report-Only" content="default-src 'none'">
      </head><body><meta http-equiv="Content-Security-Policy" content="worker-src 'none'"><p>Note: text</p></body></html>`;
    const facts = readPasted(html, PAGE);
    assert.deepEqual(metaPolicies(facts.html!), [`script-src 'self' https://a.example/?a=1&b`]);
    assert.deepEqual(facts.headers, []);
  });

  it('may be nothing of all that', () => {
    const facts = readPasted('xin chào', PAGE);
    assert.deepEqual([facts.headers, facts.html], [[], null]);
  });
});
