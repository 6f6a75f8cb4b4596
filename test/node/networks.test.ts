import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import fc from 'fast-check';
import { networkOf, plainAddress } from '../../src/node/address.ts';
import { openNetworks } from '../../src/node/networks.ts';

describe('the table of Vietnamese networks', async () => {
  const networks = await openNetworks(null);

  it('knows the operator of an address of each of the large ones, both families', () => {
    for (const [address, asn, name] of [
      ['14.160.0.1', 45899, 'VNPT'],
      ['27.64.0.1', 7552, 'Viettel'],
      ['118.68.0.1', 18403, 'FPT Telecom'],
      ['::ffff:14.160.0.1', 45899, 'VNPT'],
      ['2001:ee0:4141::1', 45899, 'VNPT'],
      ['2401:d800::1', 7552, 'Viettel'],
    ] as const)
      assert.deepEqual(networks.find(address), { asn, name }, address);
  });

  it('knows nothing of others, nor of what is no address', () => {
    for (const address of ['192.168.1.1', '127.0.0.1', '8.8.8.8', '::1', 'fe80::1%eth0', '', 'here'])
      assert.equal(networks.find(address), null, address);
  });
});

describe('openNetworks', () => {
  it('says which file is no MMDB', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'i-speed-test-networks-'));
    after(() => rmSync(folder, { recursive: true, force: true }));
    const file = join(folder, 'none.mmdb');
    writeFileSync(file, 'nothing');
    await assert.rejects(openNetworks(file), { name: 'SettingError', message: /NETWORKS_FILE=/ });
  });
});

describe('networkOf', () => {
  it('keeps the first bits and clears the rest', () => {
    assert.equal(networkOf('203.0.113.77', 24), '203.0.113.0/24');
    assert.equal(networkOf('203.0.113.77', 32), '203.0.113.77/32');
    assert.equal(networkOf('2001:ee0:4141:12ff::1', 56), '2001:ee0:4141:1200::/56');
  });

  it('is its own network', () => {
    fc.assert(
      fc.property(fc.oneof(fc.ipV4(), fc.ipV6()), fc.integer({ min: 0, max: 32 }), (text, bits) => {
        const address = plainAddress(text);
        fc.pre(address !== null);
        const [base] = networkOf(address, bits).split('/');
        assert.equal(networkOf(base!, bits), networkOf(address, bits));
      }),
    );
  });
});
