import { inEnglish, PROVINCES, type ProvinceCode } from '../../protocol/province.ts';
import { FORMER_PROVINCES } from './former-provinces.ts';

/** A province with the names it had, or that became part of it, before July 2025. */
export interface FoundProvince {
  readonly code: ProvinceCode;
  readonly name: string;
  readonly formerly: readonly string[];
}

/** Without marks, case and blanks: `Đà Nẵng`, `da nang` and `danang` are one. */
export const plain = (name: string): string =>
  inEnglish(name)
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '');

/** Names people write, beside the official ones. */
const ALIASES: { readonly [Code in ProvinceCode]?: readonly string[] } = {
  '79': ['Sài Gòn', 'TP HCM', 'HCMC'],
  '46': ['Thừa Thiên Huế'],
};

const ALL = PROVINCES.map(([code, name]) => {
  const formerly = FORMER_PROVINCES[code] ?? [];
  const names = [name, ...formerly, ...(ALIASES[code] ?? [])].map(plain);
  return { province: { code, name, formerly } satisfies FoundProvince, names };
});

/** Provinces with a present or former name that contains `text`; those that begin with it first, then by their name in Vietnamese. */
export const findProvinces = (text: string): readonly FoundProvince[] => {
  const wanted = plain(text);
  const rank = (names: readonly string[]) => (names.some((name) => name.startsWith(wanted)) ? 0 : 1);
  return ALL.filter(({ names }) => names.some((name) => name.includes(wanted)))
    .sort((a, b) => rank(a.names) - rank(b.names) || a.province.name.localeCompare(b.province.name, 'vi'))
    .map(({ province }) => province);
};
