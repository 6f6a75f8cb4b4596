import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { readCommunesFile } from '../../src/collector/commune-registry.ts';
import { temporaryFolder } from './temporary-folder.ts';

const file = join(temporaryFolder(), 'communes.json');
const read = (content: unknown) => {
  writeFileSync(file, JSON.stringify(content));
  return readCommunesFile(file);
};
const HAI_VAN = { code: '20194', name: 'Hải Vân', province: '48' };

describe('readCommunesFile', () => {
  it('has no communes without a file', async () => {
    const communes = await readCommunesFile(null);
    assert.deepEqual([communes.isEmpty, communes.find('20194'), communes.of('48')], [true, null, []]);
  });

  it('finds a commune, and those of a province by their codes', async () => {
    const other = { ...HAI_VAN, code: '20100', name: 'An Hải' };
    const communes = await read([HAI_VAN, other, { ...HAI_VAN, code: '00004', province: '01' }]);
    assert.deepEqual(communes.find('20194'), HAI_VAN);
    assert.deepEqual(communes.of('48'), [other, HAI_VAN]);
  });

  it('names the entry and the field that is wrong', async () => {
    const complains = (content: unknown, message: RegExp) =>
      assert.rejects(read(content), { name: 'SettingError', message });
    await complains([HAI_VAN, HAI_VAN], /communes\.json, entry 2: there is already one with the code 20194/);
    await complains(
      [HAI_VAN, { ...HAI_VAN, code: '20195', province: '49' }],
      /entry 2: province: province must be one/,
    );
    await complains([{ ...HAI_VAN, code: 20194 }], /entry 1: code: /);
    await complains([{ ...HAI_VAN, code: '2019' }], /entry 1: code: commune must be a five-digit code/);
    await complains([{ ...HAI_VAN, name: '' }], /entry 1: name: /);
    await complains({}, /must hold a JSON array of communes/);
  });
});
