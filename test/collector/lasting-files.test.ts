import assert from 'node:assert/strict';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { distOnlyCollector } from './dist-only-collector.ts';
import { temporaryFolder } from './temporary-folder.ts';

const { distDir, start } = distOnlyCollector(temporaryFolder());

/** What an operator does: puts the new `dist/` where the old one was. */
const replaceDist = (files: Readonly<Record<string, string>>) => {
  rmSync(distDir, { recursive: true, force: true });
  mkdirSync(join(distDir, 'later'), { recursive: true });
  for (const [name, text] of Object.entries(files)) writeFileSync(join(distDir, name), text);
};

const [SCRIPT, PART] = ['i-speed-test-0.1.0-AbCdEf0123.min.js', 'later/share-GhIjKl4567.js'];
const OLD = { 'i-speed-test.min.js': 'old()', [SCRIPT]: 'old()', [PART]: 'oldShare()' };
const NEW = { 'i-speed-test.min.js': 'new()', 'i-speed-test-0.2.0-MnOpQr8901.min.js': 'new()' };

describe('a collector whose element is updated', async () => {
  replaceDist(OLD);
  await (await start()).close();
  replaceDist(NEW);
  const { origin, close } = await start();
  after(close);
  const get = (name: string) => fetch(`${origin}/dist/${name}`);

  it('goes on serving the pinned script and its parts, to be kept for good', async () => {
    for (const [name, text] of [
      [SCRIPT, 'old()'],
      [PART, 'oldShare()'],
      ['i-speed-test-0.2.0-MnOpQr8901.min.js', 'new()'],
    ] as const) {
      const answer = await get(name);
      assert.equal(await answer.text(), text);
      assert.equal(answer.headers.get('cache-control'), 'public, max-age=31536000, immutable', name);
      assert.match(answer.headers.get('content-type')!, /^text\/javascript/);
      assert.equal(answer.headers.get('access-control-allow-origin'), '*', 'a pinned script is fetched with CORS');
      assert.equal(answer.headers.get('cross-origin-resource-policy'), 'cross-origin');
    }
  });

  it('serves the new script under the short name, to be asked for again within minutes', async () => {
    const answer = await get('i-speed-test.min.js');
    assert.equal(await answer.text(), 'new()');
    assert.equal(answer.headers.get('cache-control'), 'public, max-age=300');
  });

  it('does not let a lasting name that it does not have be remembered', async () => {
    const answer = await get('i-speed-test-0.1.0-0000000000.min.js');
    assert.equal(answer.status, 404);
    assert.equal(answer.headers.get('cache-control'), 'no-store');
  });
});
