import * as v from 'valibot';

/** The edition of the codes below: Decision 19/2025/QĐ-TTg. Seven codes meant another province before July 2025. */
export const PROVINCE_CODES = 'VN-2025';

/** The 34 provinces and cities since 2025-07-01 (Resolution 202/2025/QH15): code, Vietnamese name, English name. */
export const PROVINCES = [
  ['01', 'Hà Nội', 'Ha Noi'],
  ['04', 'Cao Bằng', 'Cao Bang'],
  ['08', 'Tuyên Quang', 'Tuyen Quang'],
  ['11', 'Điện Biên', 'Dien Bien'],
  ['12', 'Lai Châu', 'Lai Chau'],
  ['14', 'Sơn La', 'Son La'],
  ['15', 'Lào Cai', 'Lao Cai'],
  ['19', 'Thái Nguyên', 'Thai Nguyen'],
  ['20', 'Lạng Sơn', 'Lang Son'],
  ['22', 'Quảng Ninh', 'Quang Ninh'],
  ['24', 'Bắc Ninh', 'Bac Ninh'],
  ['25', 'Phú Thọ', 'Phu Tho'],
  ['31', 'Hải Phòng', 'Hai Phong'],
  ['33', 'Hưng Yên', 'Hung Yen'],
  ['37', 'Ninh Bình', 'Ninh Binh'],
  ['38', 'Thanh Hóa', 'Thanh Hoa'],
  ['40', 'Nghệ An', 'Nghe An'],
  ['42', 'Hà Tĩnh', 'Ha Tinh'],
  ['44', 'Quảng Trị', 'Quang Tri'],
  ['46', 'Huế', 'Hue'],
  ['48', 'Đà Nẵng', 'Da Nang'],
  ['51', 'Quảng Ngãi', 'Quang Ngai'],
  ['52', 'Gia Lai', 'Gia Lai'],
  ['56', 'Khánh Hòa', 'Khanh Hoa'],
  ['66', 'Đắk Lắk', 'Dak Lak'],
  ['68', 'Lâm Đồng', 'Lam Dong'],
  ['75', 'Đồng Nai', 'Dong Nai'],
  ['79', 'Hồ Chí Minh', 'Ho Chi Minh'],
  ['80', 'Tây Ninh', 'Tay Ninh'],
  ['82', 'Đồng Tháp', 'Dong Thap'],
  ['86', 'Vĩnh Long', 'Vinh Long'],
  ['91', 'An Giang', 'An Giang'],
  ['92', 'Cần Thơ', 'Can Tho'],
  ['96', 'Cà Mau', 'Ca Mau'],
] as const satisfies readonly (readonly [code: string, vi: string, en: string])[];

export const ProvinceCodeSchema = v.picklist(
  PROVINCES.map(([code]) => code),
  'province must be one of the 34 two-digit codes of Decision 19/2025/QĐ-TTg, such as 48 for Đà Nẵng',
);
export type ProvinceCode = v.InferOutput<typeof ProvinceCodeSchema>;
