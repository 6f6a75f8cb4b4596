import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { readOperatorsFile } from '../../src/collector/operators-file.ts';
import { VIETNAMESE_NETWORKS } from '../../src/node/networks-vn.ts';
import { temporaryFolder } from './temporary-folder.ts';

const file = join(temporaryFolder(), 'operators.json');
const read = (content: unknown) => {
  writeFileSync(file, JSON.stringify(content));
  return readOperatorsFile(file);
};
const complains = (content: unknown, message: RegExp) =>
  assert.rejects(read(content), { name: 'SettingError', message });

describe('readOperatorsFile', () => {
  it('has the Vietnamese operators without a file, each number once, and all whose addresses are known', async () => {
    const { published } = await readOperatorsFile(null);
    const asns = published.flatMap((operator) => operator.asns.map(({ asn }) => asn));
    assert.equal(new Set(asns).size, asns.length);
    assert.deepEqual(
      [...asns].sort((a, b) => a - b),
      Object.keys(VIETNAMESE_NETWORKS.networks).map(Number),
    );
    assert.deepEqual(
      published.find(({ id }) => id === 'viettel')?.asns.map(({ asn }) => asn),
      [7552, 24086, 38731],
    );
    assert.deepEqual((await read(published)).published, published, 'the list that is published is a file');
  });

  it('takes a number that goes from one to another', async () => {
    const { published } = await read([
      { id: 'old', name: 'Old', asns: [{ asn: 64500, to: '2026-03' }] },
      { id: 'new', name: 'New', asns: [{ asn: 64500, from: '2026-04' }] },
    ]);
    assert.deepEqual(published[1]!.asns, [{ asn: 64500, from: '2026-04', to: null }]);
  });

  it('refuses a number that two have at once, or one has twice, and says when', async () => {
    const old = { id: 'old', name: 'Old', asns: [{ asn: 64500, to: '2026-04' }] };
    await complains(
      [old, { id: 'new', name: 'New', asns: [{ asn: 64500, from: '2026-04' }] }],
      /operators\.json: AS 64500 is old's and new's at once from 2026-04 to 2026-04\. End one/,
    );
    await complains(
      [{ id: 'old', name: 'Old', asns: [{ asn: 64500 }, { asn: 64500, from: '2026-04' }] }],
      /AS 64500 is old's and old's at once from 2026-04 on\./,
    );
  });

  it('names the entry and the field that is wrong', async () => {
    const entry = { id: 'net', name: 'Net', asns: [] };
    await complains([entry, { ...entry, id: 'Ö' }], /entry 2: id: operator must be/);
    await complains([entry, entry], /entry 2: there is already one with the id net/);
    await complains([{ ...entry, asns: [{ asn: 0 }] }], /entry 1: asns\.0\.asn: /);
    await complains([{ ...entry, asns: [{ asn: 1, from: '2026' }] }], /asns\.0\.from: month must be YYYY-MM/);
    await complains([{ ...entry, asns: [{ asn: 1, from: '2026-05', to: '2026-04' }] }], /from must not be after to/);
  });
});
