import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { gzipSync } from 'node:zlib';
import { isLasting } from '../../src/collector/lasting-files.ts';
import { tagOfHash } from '../../src/element/tag-of-hash.ts';

const dist = join(import.meta.dirname, '../../dist');

/** What every visitor of a portal loads, worker included. */
const MAX_SCRIPT_BYTES = 30_000;

/** A result's meaning in Vietnamese comes on the press, before a byte is measured. */
const MAX_PART_BYTES = 10_000;

const compressed = (file: string): number => gzipSync(readFileSync(join(dist, file)), { level: 9 }).length;
const scripts = [
  ...readdirSync(dist).filter((name) => name.endsWith('.js')),
  ...readdirSync(join(dist, 'later')).map((name) => `later/${name}`),
];
const integrityOf = JSON.parse(readFileSync(join(dist, 'integrity.json'), 'utf8')) as Record<string, string>;

describe('what is shipped', () => {
  it('is at most 30 kB gzipped for the script with its worker', () => {
    assert.ok(compressed('i-speed-test.min.js') <= MAX_SCRIPT_BYTES, `${compressed('i-speed-test.min.js')} bytes`);
  });

  it('is at most 30 kB gzipped for the statistics, with their map', () => {
    const bytes = compressed('i-speed-statistics.min.js');
    assert.ok(bytes <= MAX_SCRIPT_BYTES, `${bytes} bytes`);
  });

  it('has no part that is felt on a slow line', () => {
    for (const file of scripts.filter((name) => name.startsWith('later/')))
      assert.ok(compressed(file) <= MAX_PART_BYTES, `${file}: ${compressed(file)} bytes`);
  });

  it('is named in integrity.json with the hash it has, and nothing else is', () => {
    assert.deepEqual(Object.keys(integrityOf).sort(), scripts.sort());
    for (const [file, integrity] of Object.entries(integrityOf)) {
      const [algorithm] = integrity.split('-') as [string];
      const hash = createHash(algorithm).update(readFileSync(join(dist, file)));
      assert.equal(integrity, `${algorithm}-${hash.digest('base64')}`, file);
    }
  });

  it('has names that never mean other bytes: the hash is in them', () => {
    const lasting = Object.entries(integrityOf).filter(([file]) => isLasting(file));
    for (const [file, integrity] of lasting)
      assert.ok(file.includes(`-${tagOfHash(integrity.slice(integrity.indexOf('-') + 1))}.`), file);
    const short = Object.keys(integrityOf).filter((file) => !isLasting(file));
    assert.deepEqual(
      short.sort(),
      ['embed.js', 'engine-worker.js', 'i-speed-statistics.min.js', 'i-speed-test.min.js'],
      'short names are the exception',
    );
    for (const file of short)
      assert.equal(lasting.filter(([, integrity]) => integrity === integrityOf[file]).length, 1, `beside ${file}`);
  });

  it('has the hash of every part in the script, so that pinning the one pins them all', () => {
    const script = readFileSync(join(dist, 'i-speed-test.min.js'), 'utf8');
    for (const [file, integrity] of Object.entries(integrityOf))
      if (file.startsWith('later/')) assert.ok(script.includes(integrity.slice('sha256-'.length)), file);
  });

  it('brings the licences of what others wrote of it, word for word, and each script with such code says where', () => {
    const notices = readFileSync(join(dist, 'THIRD-PARTY-LICENSES.txt'), 'utf8');
    for (const name of ['lit-html', 'lit-element', '@lit/reactive-element', 'lean-qr']) {
      const installed = join(import.meta.dirname, '../../node_modules', name);
      const { version } = JSON.parse(readFileSync(join(installed, 'package.json'), 'utf8')) as { version: string };
      assert.ok(notices.includes(`${name} ${version}`), name);
      assert.ok(notices.includes(readFileSync(join(installed, 'LICENSE'), 'utf8').trim()), name);
    }
    // Told apart by what only they have: Lit's marker, the alphabet of a code.
    const MARKS = { 'lit-html': '$lit$', 'lean-qr': 'ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:' };
    const listed = new Map([...notices.matchAll(/^(\S+\.js): (.+)$/gm)].map(([, file, names]) => [file!, names!]));
    for (const file of scripts) {
      const text = readFileSync(join(dist, file), 'utf8');
      const names = listed.get(isLasting(file) ? file.replace(/(-\d[^/]*)?-\w{10}((\.min)?\.js)$/, '$2') : file) ?? '';
      for (const [name, mark] of Object.entries(MARKS)) assert.equal(names.includes(name), text.includes(mark), file);
      assert.equal(text.endsWith('/*! THIRD-PARTY-LICENSES.txt */\n'), names !== '', file);
    }
    assert.ok(listed.has('i-speed-test.min.js') && listed.has('later/share.js'));
  });

  it('leaves no global behind', () => {
    for (const file of scripts) assert.match(readFileSync(join(dist, file), 'utf8'), /^!function/, file);
  });
});
