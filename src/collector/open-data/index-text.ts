import type { Language } from '../shared-page/language.ts';

/** Every word of the page of published months. */
export interface IndexText {
  readonly title: string;
  readonly about: string;
  readonly nothing: string;
  readonly month: (month: string) => string;
  readonly simulated: string;
  readonly licence: string;
  readonly defend: string;
  readonly steps: readonly (readonly [what: string, command: string])[];
  readonly notIn: string;
}

const COMMANDS = [
  'sha256sum -c checksums.txt',
  'npm run recompute -- 2026-09',
  'npm run recompute -- 2026-07 2026-08 2026-09',
];

export const INDEX_TEXTS: Readonly<Record<Language, IndexText>> = {
  vi: {
    title: 'Dữ liệu mở',
    about:
      'Từng kết quả đo và mọi số liệu đã công bố, theo tháng, không có dữ liệu cá nhân. Ý nghĩa các cột ở tệp dictionary.csv.',
    nothing: 'Chưa có tháng nào được công bố. Một tháng được công bố sớm nhất một tuần sau khi kết thúc.',
    month: (month) => `Tháng ${Number(month.slice(5))}/${month.slice(0, 4)}`,
    simulated: 'Dữ liệu mô phỏng: không ai đo các kết quả này.',
    licence: 'Giấy phép',
    defend: 'Kiểm chứng một con số',
    steps: [
      ['Các tệp tải về nguyên vẹn:', COMMANDS[0]!],
      ['Tính lại mọi số liệu của tháng chỉ từ các tệp (trong mã nguồn i-speed-test):', COMMANDS[1]!],
      ['Ba tháng thành một quý:', COMMANDS[2]!],
    ],
    notIn:
      'Không có mã phép đo, nguồn đo, trang, ki-ốt và giờ đo. Chi tiết có dưới 10 phiếu giống nhau được để trống, kể cả khi có thể suy ra bằng phép trừ.',
  },
  en: {
    title: 'Open data',
    about:
      'Every result and every published figure by month, without personal data. dictionary.csv says what the columns mean.',
    nothing: 'No month is published yet. A month is published a week after its end at the earliest.',
    month: (month) => month,
    simulated: 'Simulated data: nobody measured these results.',
    licence: 'Licence',
    defend: 'Check a number',
    steps: [
      ['The files came whole:', COMMANDS[0]!],
      ['Compute every figure of the month again from the files alone (in the source of i-speed-test):', COMMANDS[1]!],
      ['Three months as a quarter:', COMMANDS[2]!],
    ],
    notIn:
      'There is no test id, source, site, kiosk or time of day in it. Details that fewer than ten votes share are left empty, also where they could be told by subtraction.',
  },
};
