import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { integerSetting, SettingError, textSetting } from '../../src/node/environment.ts';
import { loadOrCreateKey } from '../../src/node/keys.ts';
import { listen, originOf } from '../../src/node/listen.ts';
import { readSettings } from '../../src/point/settings.ts';

const folder = mkdtempSync(join(tmpdir(), 'i-speed-test-node-'));
after(() => rmSync(folder, { recursive: true, force: true }));

describe('settings', () => {
  it('say which variable is wrong and what to write', () => {
    assert.throws(() => textSetting({}, 'POINT_ID'), /POINT_ID is not set/);
    const bounds = { fallback: 1, min: 1, max: 9 };
    assert.equal(integerSetting({}, 'N', bounds), 1);
    for (const text of ['0', '10', '1.5', 'x'])
      assert.throws(() => integerSetting({ N: text }, 'N', bounds), /N=.* is not a whole number from 1 to 9/);
    const env = { POINT_ID: 'p', COLLECTOR_URL: 'http://localhost:1' };
    assert.equal(readSettings(env).scope, 'exchange');
    assert.throws(() => readSettings({ ...env, POINT_SCOPE: 'moon' }), SettingError);
    assert.throws(() => readSettings({ ...env, TLS_CERT_FILE: 'a.pem' }), /both TLS_CERT_FILE and TLS_KEY_FILE/);
  });
});

describe('loadOrCreateKey', () => {
  it('makes one key, however many processes ask at once, and keeps it private', async () => {
    const file = join(folder, 'new/key.pem');
    const keys = await Promise.all([loadOrCreateKey(file), loadOrCreateKey(file), loadOrCreateKey(file)]);
    const again = await loadOrCreateKey(file);
    for (const { publicJwk } of keys) assert.equal(publicJwk.kid, again.publicJwk.kid);
    assert.equal(statSync(file).mode & 0o777, 0o600);
    assert.ok(!('d' in again.publicJwk));
  });

  it('complains about a file that holds no key, and does not replace it', async () => {
    const file = join(folder, 'broken.pem');
    writeFileSync(file, 'not a key');
    await assert.rejects(loadOrCreateKey(file), /Restore it, or delete it/);
  });
});

describe('listen', () => {
  const make = () => createServer((_request, response) => response.end('ok'));

  it('answers on both loopback addresses for localhost', async () => {
    const { port, close } = await listen(make, { host: 'localhost', port: 0 });
    for (const host of ['127.0.0.1', '::1']) assert.equal(await (await fetch(originOf(host, port))).text(), 'ok');
    await close();
  });

  it('says when the port is taken, or the address is not of this machine', async () => {
    const { port, close } = await listen(make, { host: '127.0.0.1', port: 0 });
    await assert.rejects(listen(make, { host: '127.0.0.1', port }), /is taken/);
    await close();
    await assert.rejects(listen(make, { host: '192.0.2.1', port: 0 }), /not an address of this machine/);
  });
});
