import { MIN_CELL_VOTES } from '../../protocol/statistics.ts';
import { licenceAddress, type MonthAbout, notesOf, prefixOf } from './month-metadata.ts';
import { TABLES } from './tables.ts';
import type { RowCounts } from './write-month.ts';

const licenceLine = (licence: string): string => {
  const address = licenceAddress(licence);
  return address === licence ? licence : `[${licence}](${address})`;
};

const fileRows = (about: MonthAbout, rows: RowCounts, language: 'vi' | 'en'): string =>
  TABLES.map((table) => {
    const name = prefixOf(about) + table.file;
    return `| \`${name}\` | ${rows[name] ?? 0} | ${table[language]} |`;
  }).join('\n');

/** What stands beside the files, in both languages. */
export const monthReadme = (about: MonthAbout, rows: RowCounts): string => {
  const { month, licence } = about;
  const { validityVersion, estimatorVersion, provinceCodes } = notesOf(about);
  return `# i-speed-test ${month}

${about.isSimulated ? SIMULATED.vi : ''}Kết quả đo và số liệu của tháng ${month} (giờ Việt Nam), không có dữ liệu cá nhân. Giấy phép: ${licenceLine(licence)}.

| tệp | số dòng | nội dung |
| --- | ---: | --- |
${fileRows(about, rows, 'vi')}

Ý nghĩa từng cột: \`dictionary.csv\`; cho máy đọc: \`metadata.json\` (CSVW). Bộ mã tỉnh ${provinceCodes}, quy tắc hợp lệ ${validityVersion}, công thức ${estimatorVersion}.

- Kiểm tra tệp: \`sha256sum -c checksums.txt\`
- Tính lại mọi số liệu chỉ từ các tệp này: \`npm run recompute -- ${month}\` (mã nguồn i-speed-test); thêm các tháng khác để có số liệu quý.
- Mỗi nguồn đo có một phiếu mỗi tháng, tỉnh và bối cảnh; chỉ các dòng \`vote = true\` nằm trong số liệu.
- Không có mã phép đo, nguồn đo, trang, ki-ốt, điểm đo và giờ đo. Chi tiết nào có dưới ${MIN_CELL_VOTES} phiếu giống nhau thì để trống và ghi trong cột \`withheld\`; số liệu nào trừ đi các phần của nó sẽ lộ dưới ${MIN_CELL_VOTES} phiếu thì không công bố (\`parts\`).
- Không được bảo vệ: ai đã biết chính xác kết quả của một phép đo (ví dụ từ liên kết được chia sẻ) có thể nhận ra dòng của nó; số phiếu của một ô nhỏ có thể suy ra (API cũng cho biết số đó), nhưng không suy ra được giá trị đo của các phiếu đó từ các tệp này.

## English

${about.isSimulated ? SIMULATED.en : ''}Results and figures of ${month} (Vietnam’s time), without personal data. Licence: ${licenceLine(licence)}.

| file | rows | what |
| --- | ---: | --- |
${fileRows(about, rows, 'en')}

What each column means: \`dictionary.csv\`; for programs: \`metadata.json\` (CSVW). Province codes ${provinceCodes}, validity rule ${validityVersion}, formulas ${estimatorVersion}.

- Check the files: \`sha256sum -c checksums.txt\`
- Compute every figure again from these files alone: \`npm run recompute -- ${month}\` (in the source of i-speed-test); name more months for a quarter.
- A source has one vote in a month, province and context; only rows with \`vote = true\` are in the figures.
- There is no test id, source, site, kiosk or point in it, and no time of day. A detail that fewer than ${MIN_CELL_VOTES} votes share is empty and named in \`withheld\`; a figure that less its parts would tell of fewer than ${MIN_CELL_VOTES} votes is not published (\`parts\`).
- Not protected: whoever already knows the exact numbers of a test (from a shared link, say) may find its row; how many votes a small cell has can be told (the API tells it, too), but not from these files what they measured.
`;
};

const SIMULATED = {
  vi: '**DỮ LIỆU MÔ PHỎNG: không ai đo các kết quả này.** ',
  en: '**SIMULATED DATA: nobody measured these results.** ',
} as const;
