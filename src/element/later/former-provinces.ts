import type { ProvinceCode } from '../../protocol/province.ts';

/** Provinces and cities that were joined to another one on 2025-07-01 (Resolution 202/2025/QH15), under the code of that one. */
export const FORMER_PROVINCES: { readonly [Code in ProvinceCode]?: readonly string[] } = {
  '08': ['Hà Giang'],
  '15': ['Yên Bái'],
  '19': ['Bắc Kạn'],
  '24': ['Bắc Giang'],
  '25': ['Hòa Bình', 'Vĩnh Phúc'],
  '31': ['Hải Dương'],
  '33': ['Thái Bình'],
  '37': ['Hà Nam', 'Nam Định'],
  '44': ['Quảng Bình'],
  '48': ['Quảng Nam'],
  '51': ['Kon Tum'],
  '52': ['Bình Định'],
  '56': ['Ninh Thuận'],
  '66': ['Phú Yên'],
  '68': ['Bình Thuận', 'Đắk Nông'],
  '75': ['Bình Phước'],
  '79': ['Bình Dương', 'Bà Rịa - Vũng Tàu'],
  '80': ['Long An'],
  '82': ['Tiền Giang'],
  '86': ['Bến Tre', 'Trà Vinh'],
  '91': ['Kiên Giang'],
  '92': ['Hậu Giang', 'Sóc Trăng'],
  '96': ['Bạc Liêu'],
};
