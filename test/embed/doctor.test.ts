import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { createServer, type RequestListener } from 'node:http';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fetchPage, MAX_PAGE_BYTES } from '../../demo/embed/fetch-page.ts';
import { listen, originOf } from '../../src/node/listen.ts';

const project = join(import.meta.dirname, '../..');
const TAG = '<i-speed-test collector="COLLECTOR" site="a"></i-speed-test>';

/** A portal and a collector, as much of them as the command reads. */
const answer = (origin: () => string): RequestListener => {
  const html = (text: string) => ['text/html', `<!doctype html><head></head><body>${text}</body>`] as const;
  return ({ url }, response) => {
    const send = ([type, body]: readonly [string, string], headers = {}) =>
      response.writeHead(200, { 'content-type': type, ...headers }).end(body);
    if (url?.startsWith('/embed.html?')) {
      const site = new URLSearchParams(url.split('?')[1]).get('site');
      const ancestors = site === 'a' ? origin() : 'https://portal.test';
      return send(html('frame'), { 'content-security-policy': `frame-ancestors 'self' ${ancestors}` });
    }
    const strict = { 'content-security-policy': `default-src 'self'; connect-src 'self'` };
    switch (url) {
      case '/v1/points':
        return send([
          'application/json',
          JSON.stringify({ points: [{ url: 'http://localhost:1', url4: null, url6: null }] }),
        ]);
      case '/dist/integrity.json':
        return send(['application/json', JSON.stringify({ 'i-speed-test.min.js': 'sha384-AAAA' })]);
      case '/open':
        return send(html(TAG.replace('COLLECTOR', origin())));
      case '/strict':
        return send(html('no tag'), strict);
      case '/moved':
        return response.writeHead(302, { location: '/strict' }).end();
      case '/round':
        return response.writeHead(302, { location: '/round' }).end();
      case '/long':
        return send(html('a'.repeat(2 * MAX_PAGE_BYTES)));
      case '/never':
        return undefined;
      default:
        return response.writeHead(404).end();
    }
  };
};

describe('npm run doctor', () => {
  let origin = '';
  let close: () => Promise<void>;
  before(async () => {
    const server = await listen(() => createServer(answer(() => origin)), { host: '127.0.0.1', port: 0 });
    origin = originOf('127.0.0.1', server.port);
    close = server.close;
  });
  after(() => close());

  const run = (...args: readonly string[]): Promise<{ status: number | null; output: string }> =>
    new Promise((resolve) => {
      const child = spawn(process.execPath, ['--import', 'tsx', 'demo/embed/doctor.ts', ...args], { cwd: project });
      let output = '';
      for (const stream of [child.stdout, child.stderr])
        stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
      child.once('exit', (status) => resolve({ status, output }));
    });

  it('ends with 0 where nothing blocks the test, and takes the collector from the tag that is there', async () => {
    const { status, output } = await run(`${origin}/open`);
    assert.equal(status, 0, output);
    assert.match(output, /Không có gì cản trở/);
  });

  it('ends with 1 where the page blocks it, follows redirects and says so, and gives the whole line', async () => {
    const { status, output } = await run(`${origin}/moved`, '--collector', origin, '--locale', 'en');
    assert.equal(status, 1, output);
    assert.ok(output.includes(`redirected to ${origin}/strict`));
    assert.match(output, /The page blocks the test/);
    assert.match(output, /connect-src 'self' http:\/\/localhost:1 ws:\/\/localhost:1/);
  });

  it('asks the collector whether the frame of a site may stand in this page', async () => {
    // By another name than the collector's: it lets its own pages anyway.
    const page = `${origin.replace('127.0.0.1', 'localhost')}/open`;
    const framed = ['--form', 'iframe', '--collector', origin, '--locale', 'en'];
    const refused = await run(page, ...framed, '--site', 'b');
    assert.equal(refused.status, 1, refused.output);
    assert.match(refused.output, /does not let this page frame the test[^]*enter this page’s origin/);
    const { status, output } = await run(`${origin}/open`, ...framed, '--site', 'a');
    assert.equal(status, 0, output);
  });

  it('ends with 2 where it cannot tell: no such page, no collector, no such form, nothing asked', async () => {
    const wrong = [
      ['http://127.0.0.1:1/'],
      [`${origin}/strict`],
      [`${origin}/strict`, '--collector', `${origin}/elsewhere`],
      [`${origin}/open`, '--form', 'magic'],
      ['--colour', 'red'],
      [],
    ];
    for (const [i, { status, output }] of (await Promise.all(wrong.map((args) => run(...args)))).entries()) {
      assert.equal(status, 2, `${wrong[i]!.join(' ')}: ${output}`);
      assert.doesNotMatch(output, /\n\s+at /, 'a sentence, not a stack');
    }
  });

  it('gives up on a page that does not answer, and on one that sends in circles', async () => {
    await assert.rejects(fetchPage(`${origin}/never`, 200), /timeout|aborted/i);
    await assert.rejects(fetchPage(`${origin}/round`), /more than 20 redirects/);
  });

  it('reads the start of a page that is too long', async () => {
    const { facts, isCut } = await fetchPage(`${origin}/long`);
    assert.equal(isCut, true);
    assert.equal(facts.html!.length, MAX_PAGE_BYTES);
  });
});
