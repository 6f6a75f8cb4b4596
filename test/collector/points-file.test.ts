import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { exportJWK } from 'jose';
import { readPointsFile } from '../../src/collector/points-file.ts';
import { loadOrCreateKey } from '../../src/node/keys.ts';
import { registered } from './bench.ts';
import { temporaryFolder } from './temporary-folder.ts';

const folder = temporaryFolder();
const file = join(folder, 'points.json');
const key = await loadOrCreateKey(join(folder, 'point.pem'));
const hanoi = registered('hanoi', key);
const read = (content: unknown) => {
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
  return readPointsFile(file);
};

describe('readPointsFile', () => {
  it('reads points, hands them out without their keys, and finds the key of each', async () => {
    const registry = await read([hanoi, registered('da-nang', key)]);
    assert.deepEqual(
      registry.candidates(0).map((point) => [point.id, 'key' in point]),
      [
        ['hanoi', false],
        ['da-nang', false],
      ],
    );
    assert.equal(registry.find('hanoi')?.key.type, 'public');
    assert.equal(registry.find('hue'), null);
    assert.deepEqual(registry.published[0], hanoi);
  });

  it('takes an empty list', async () => {
    assert.deepEqual((await read([])).candidates(0), []);
  });

  const complains = (content: unknown, message: RegExp) =>
    assert.rejects(read(content), { name: 'SettingError', message });

  it('names the entry and the field that is wrong', async () => {
    await complains([hanoi, { ...hanoi, id: 'hue', url: 'hue.test' }], /points\.json, entry 2: url: /);
    await complains([hanoi, { ...hanoi, id: 'hue', url: 'http://hue.test/path' }], /entry 2: url: must be an origin/);
    await complains([{ ...hanoi, scope: 'near' }], /entry 1: scope: .*exchange/);
    await complains([{ ...hanoi, key: undefined }], /entry 1: key: /);
    await complains([{ ...hanoi, key: { ...hanoi.key, x: 'short' } }], /entry 1: key\.x: must be the 43 characters/);
  });

  it('refuses a private key', async () => {
    const { d } = await exportJWK(key.privateKey);
    await complains([{ ...hanoi, key: { ...hanoi.key, d } }], /entry 1: key\.d: this is the private key/);
  });

  it('refuses two points of one name', async () => {
    await complains([hanoi, hanoi], /entry 1: there is already one with the id hanoi|entry 2: there is already/);
  });

  it('says what to write where there is no list', async () => {
    await complains('[', /is not JSON/);
    await complains({}, /must hold a JSON array/);
    await assert.rejects(readPointsFile(join(folder, 'nowhere.json')), {
      name: 'SettingError',
      message: /nowhere\.json cannot be read.*POINTS_FILE/,
    });
  });
});
