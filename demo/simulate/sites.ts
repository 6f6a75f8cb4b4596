import type { Site } from '../../src/protocol/site.ts';
import { provinceName } from '../../src/protocol/province.ts';
import { COUNTRY, type Province } from './provinces.ts';

/** Names under `.test` belong to nobody (RFC 2606): no real portal sent these results. */
const originOf = (host: string): string => `https://${host}.test`;

const nameOf = ({ code }: Province): string => provinceName(code, 'vi')!;

const site = (id: string, name: string, more: Partial<Site> = {}): Site => ({
  id,
  name: `${name} (mô phỏng)`,
  province: null,
  context: 'citizen',
  origins: [originOf(id)],
  testsPerDay: 20_000,
  ...more,
});

export const portalOf = ({ slug }: Province): string => `portal-${slug}`;
export const hallOf = ({ slug }: Province): string => `hall-${slug}`;
export const officeOf = ({ slug }: Province): string => `office-${slug}`;
export const campaignOf = ({ slug }: Province): string => `campaign-${slug}`;

/** Sites of the whole country, and of the citizens' tests that come through none of their province's the share each has. */
export const NATIONAL_SITES = [
  ['i-speed', 'i-Speed', 45],
  ['public-services', 'Cổng dịch vụ công', 25],
  ['newspaper', 'Báo điện tử', 18],
  ['bank', 'Ngân hàng', 7],
  ['university', 'Trường đại học', 5],
] as const;

/** Provinces of so little zeal have no portal that embeds the test yet, and no kiosk. */
export const hasPortal = ({ zeal }: Province): boolean => zeal >= 0.05;

/** Kiosks of a province's public-service halls: none to eight. */
export const kiosksOf = ({ zeal }: Province): readonly string[] =>
  Array.from({ length: zeal < 0.3 ? 0 : Math.min(2 + Math.floor(zeal * 3), 8) }, (_, i) => `kiosk-${i + 1}`);

/** All embedding sites, as a collector's `sites.json` has them. */
export const SITES: readonly Site[] = [
  ...NATIONAL_SITES.map(([id, name]) => site(id, name)),
  ...COUNTRY.flatMap((province) => {
    const [name, at] = [nameOf(province), { province: province.code }];
    return [
      ...(hasPortal(province) ? [site(portalOf(province), `Cổng thông tin ${name}`, at)] : []),
      ...(kiosksOf(province).length > 0
        ? [site(hallOf(province), `Trung tâm hành chính công ${name}`, { ...at, context: 'kiosk' })]
        : []),
      site(officeOf(province), `Cơ quan nhà nước ${name}`, { ...at, context: 'office' }),
      site(campaignOf(province), `Ngày đo tốc độ ${name}`, { ...at, context: 'campaign' }),
    ];
  }),
];
