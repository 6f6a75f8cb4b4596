import { expect, waitUntil } from '@open-wc/testing';
import { parseConfiguration } from '../../src/element/configuration.ts';
import { type Place, placeOf } from '../../src/element/place.ts';
import { aCollector, mount, runThrough } from './harness.ts';

const KNOWN: Place = { province: '48', commune: '20194', access: null };
const configured = (commune: string | null) =>
  parseConfiguration({ collector: 'https://c.test', site: null, province: '48', commune, plan: null, kiosk: null });

describe('the commune that a page names', () => {
  it('goes with the result, beside the province', async () => {
    localStorage.clear();
    const collector = aCollector();
    const element = await mount({ collector, attributes: { province: '48', commune: '20194' } });
    await runThrough(element);
    await waitUntil(async () => (await collector.log()).posted.length === 1);
    expect((await collector.log()).posted[0]).to.include({ province: '48', commune: '20194' });
  });

  it('is none where it is no code of five digits', () => {
    for (const commune of [null, '', '2019', '201944', 'Hải Vân'])
      expect(configured(commune)).to.include({ province: '48', commune: null });
    expect(configured('20194')).to.include({ commune: '20194' });
  });

  it('counts only as long as nobody says another province, or none', () => {
    expect(placeOf({}, KNOWN)).to.deep.equal(KNOWN);
    expect(placeOf({ province: '48', access: 'wifi' }, KNOWN)).to.deep.equal({ ...KNOWN, access: 'wifi' });
    expect(placeOf({ province: '01' }, KNOWN)).to.deep.equal({ ...KNOWN, province: '01', commune: null });
    expect(placeOf({ province: null }, KNOWN)).to.deep.equal({ ...KNOWN, province: null, commune: null });
  });
});
