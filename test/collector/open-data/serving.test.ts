import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { getRequestListener } from '@hono/node-server';
import { asyncBufferFromUrl, parquetReadObjects } from 'hyparquet';
import * as v from 'valibot';
import { byteRange } from '../../../src/collector/open-data/byte-range.ts';
import { listen } from '../../../src/node/listen.ts';
import { COLLECTOR_PATHS, openFilePath } from '../../../src/protocol/endpoints.ts';
import { OpenDataSchema } from '../../../src/protocol/open-data.ts';
import { createBench, problemOf } from '../bench.ts';
import { monthEntries } from './month-entries.ts';
import { published } from './published.ts';

const MONTH = '2026-09';
const bench = await createBench();
const { openDataDir } = bench.parts;
const readMonths = async () => {
  const answer = await bench.app.request(COLLECTOR_PATHS.openData);
  return v.parse(OpenDataSchema, await answer.json()).months;
};
const none = await readMonths();
for (const entry of monthEntries(MONTH, 200)) await bench.store.insert(entry);
const folder = await published(bench.store, MONTH, openDataDir);
const get = (file: string, headers: Record<string, string> = {}) =>
  bench.app.request(openFilePath(MONTH, file), { headers });

describe('GET /v1/open-data', () => {
  it('lists nothing before a month is published, and then every file with its true size and checksum', async () => {
    assert.deepEqual(none, []);
    const [month, ...others] = await readMonths();
    assert.deepEqual(others, []);
    assert.deepEqual([month!.month, month!.simulated, month!.licence], [MONTH, false, 'CC-BY-4.0']);
    assert.equal(month!.files.length, 11);
    for (const { name, path, bytes, sha256, mediaType } of month!.files) {
      const answer = await bench.app.request(path);
      const body = Buffer.from(await answer.arrayBuffer());
      assert.ok(body.equals(readFileSync(join(folder, name))), name);
      assert.equal(body.length, bytes);
      assert.equal(createHash('sha256').update(body).digest('hex'), sha256);
      assert.equal(answer.headers.get('content-type'), mediaType);
      assert.equal(answer.headers.get('content-length'), String(bytes));
      assert.equal(answer.headers.get('etag'), `"${sha256}"`);
      assert.equal(answer.headers.get('content-disposition'), `attachment; filename="i-speed-test-${MONTH}-${name}"`);
    }
  });
});

describe('GET /v1/open-data/{month}/{file}', () => {
  const text = readFileSync(join(folder, 'figures.csv'), 'latin1');

  it('sends the range that is asked for, of the edition that was begun', async () => {
    const tag = (await get('figures.csv')).headers.get('etag')!;
    const part = await get('figures.csv', { range: 'bytes=10-19', 'if-range': tag });
    assert.equal(part.status, 206);
    assert.equal(part.headers.get('content-range'), `bytes 10-19/${text.length}`);
    assert.equal(await part.text(), text.slice(10, 20));
    const whole = await get('figures.csv', { range: 'bytes=10-19', 'if-range': '"another"' });
    assert.deepEqual([whole.status, (await whole.text()).length], [200, text.length]);
    const behind = await get('figures.csv', { range: `bytes=${text.length}-` });
    assert.equal(behind.headers.get('content-range'), `bytes */${text.length}`);
    assert.equal((await problemOf(behind)).status, 416);
  });

  it('says how long a file is without sending it', async () => {
    const answer = await bench.app.request(openFilePath(MONTH, 'figures.csv'), { method: 'HEAD' });
    assert.deepEqual([answer.headers.get('content-length'), await answer.text()], [String(text.length), '']);
  });

  it('does not send again what the reader has', async () => {
    const tag = (await get('results.parquet')).headers.get('etag')!;
    const again = await get('results.parquet', { 'if-none-match': tag });
    assert.deepEqual([again.status, await again.text()], [304, '']);
  });

  it('is read over HTTP by a Parquet reader that asks for parts', async () => {
    const listener = getRequestListener(bench.app.fetch);
    const { port, close } = await listen(() => createServer((request, response) => void listener(request, response)), {
      host: 'localhost',
      port: 0,
    });
    after(close);
    const url = `http://localhost:${port}${openFilePath(MONTH, 'results.parquet')}`;
    const file = await asyncBufferFromUrl({ url });
    const rows = await parquetReadObjects({ file, columns: ['vote'] });
    assert.equal(rows.length, readFileSync(join(folder, 'results.csv'), 'latin1').split('\n').length - 2);
  });

  it('sends no file but those that a month lists', async () => {
    writeFileSync(join(folder, 'private.csv'), 'x');
    writeFileSync(join(openDataDir, 'outside.csv'), 'x');
    for (const path of [
      'private.csv',
      '..%2foutside.csv',
      '..%2f..%2fresults.sqlite',
      '%2e%2e/outside.csv',
      'figures.csv%00',
      'figures.CSV',
      '',
    ]) {
      const answer = await bench.app.request(`${COLLECTOR_PATHS.openData}/${MONTH}/${path}`);
      assert.equal((await problemOf(answer)).status, 404, path);
    }
    for (const month of ['2026-08', '..', '%2e%2e', '.2026-09-x', `${MONTH}%2f..`]) {
      const answer = await bench.app.request(`${COLLECTOR_PATHS.openData}/${month}/figures.csv`);
      assert.equal((await problemOf(answer)).status, 404, month);
    }
  });

  it('serves no month without its checksums: it is not whole', async () => {
    const other = await published(bench.store, MONTH, join(openDataDir, 'elsewhere'));
    assert.equal((await readMonths()).length, 1);
    rmSync(join(folder, 'checksums.txt'));
    assert.deepEqual(await readMonths(), []);
    assert.equal((await get('figures.csv')).status, 404);
    writeFileSync(join(folder, 'checksums.txt'), readFileSync(join(other, 'checksums.txt')));
    assert.equal((await readMonths()).length, 1);
  });
});

describe('GET /open-data/', () => {
  it('shows people the months in both languages, with links to every file, and runs nothing', async () => {
    for (const [language, title] of [
      ['vi', 'Dữ liệu mở'],
      ['en', 'Open data'],
    ] as const) {
      const answer = await bench.app.request(`${COLLECTOR_PATHS.openDataPage}?lang=${language}`);
      const page = await answer.text();
      assert.ok(page.includes(`<h1>${title}</h1>`) && page.includes(`lang="${language}"`));
      for (const { path } of (await readMonths())[0]!.files) assert.ok(page.includes(`href="${path}"`));
      assert.ok(page.includes('https://creativecommons.org/licenses/by/4.0/'));
      assert.match(answer.headers.get('content-security-policy')!, /default-src 'none'/);
      assert.equal(answer.headers.get('x-robots-tag'), 'all', 'who searches for it finds it');
    }
  });
});

describe('byteRange', () => {
  it('reads one range, from the front or from the end, and leaves the rest of the grammar to a whole answer', () => {
    const cases = [
      ['bytes=0-0', { from: 0, to: 0 }],
      ['bytes=90-200', { from: 90, to: 99 }],
      ['bytes=90-', { from: 90, to: 99 }],
      ['bytes=-10', { from: 90, to: 99 }],
      ['bytes=-200', { from: 0, to: 99 }],
      ['bytes=100-', 'unsatisfiable'],
      ['bytes=-0', 'unsatisfiable'],
      ['bytes=5-4', null],
      ['bytes=0-1,5-6', null],
      ['lines=0-1', null],
      ['bytes=-', null],
      [undefined, null],
    ] as const;
    for (const [header, expected] of cases) assert.deepEqual(byteRange(header, 100), expected, header ?? 'none');
  });
});
