import * as v from 'valibot';

/** The edition of the codes below: Decision 19/2025/QĐ-TTg. Seven codes meant another province before July 2025. */
export const PROVINCE_CODES = 'VN-2025';

/** The 34 provinces and cities since 2025-07-01 (Resolution 202/2025/QH15): code and name. */
export const PROVINCES = [
  ['01', 'Hà Nội'],
  ['04', 'Cao Bằng'],
  ['08', 'Tuyên Quang'],
  ['11', 'Điện Biên'],
  ['12', 'Lai Châu'],
  ['14', 'Sơn La'],
  ['15', 'Lào Cai'],
  ['19', 'Thái Nguyên'],
  ['20', 'Lạng Sơn'],
  ['22', 'Quảng Ninh'],
  ['24', 'Bắc Ninh'],
  ['25', 'Phú Thọ'],
  ['31', 'Hải Phòng'],
  ['33', 'Hưng Yên'],
  ['37', 'Ninh Bình'],
  ['38', 'Thanh Hóa'],
  ['40', 'Nghệ An'],
  ['42', 'Hà Tĩnh'],
  ['44', 'Quảng Trị'],
  ['46', 'Huế'],
  ['48', 'Đà Nẵng'],
  ['51', 'Quảng Ngãi'],
  ['52', 'Gia Lai'],
  ['56', 'Khánh Hòa'],
  ['66', 'Đắk Lắk'],
  ['68', 'Lâm Đồng'],
  ['75', 'Đồng Nai'],
  ['79', 'Hồ Chí Minh'],
  ['80', 'Tây Ninh'],
  ['82', 'Đồng Tháp'],
  ['86', 'Vĩnh Long'],
  ['91', 'An Giang'],
  ['92', 'Cần Thơ'],
  ['96', 'Cà Mau'],
] as const satisfies readonly (readonly [code: string, name: string])[];

/** A province's code in the edition that is said beside it. */
export const AreaCodeSchema = v.pipe(v.string(), v.regex(/^\d\d$/, 'must be a two-digit code'));

export const ProvinceCodeSchema = v.picklist(
  PROVINCES.map(([code]) => code),
  'province must be one of the 34 two-digit codes of Decision 19/2025/QĐ-TTg, such as 48 for Đà Nẵng',
);
export type ProvinceCode = v.InferOutput<typeof ProvinceCodeSchema>;

/** A name as English writes it, without marks; the official English names of all 34 are exactly that. */
export const inEnglish = (name: string): string =>
  name.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/g, 'd').replace(/Đ/g, 'D');

/** A province's name; its English one for every language but Vietnamese. */
export const provinceName = (code: ProvinceCode | null, tag: string): string | null => {
  const name = PROVINCES.find(([known]) => known === code)?.[1] ?? null;
  return name && (/^vi\b/i.test(tag) ? name : inEnglish(name));
};
