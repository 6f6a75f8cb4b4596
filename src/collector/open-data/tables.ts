import { FIGURE_MEASURES, FIGURE_PARTS } from './figure-line.ts';
import { CELL_COLUMNS, type Column, RESULT_COLUMNS } from './result-columns.ts';

/** A published table: its file, what it is, and its columns in their order. */
export interface Table {
  readonly file: string;
  readonly vi: string;
  readonly en: string;
  readonly columns: readonly Column[];
}

const MONTH: Column = CELL_COLUMNS[0];

const FIGURE_KEY: readonly Column[] = [
  CELL_COLUMNS[1],
  {
    name: 'province',
    type: 'string',
    role: 'key',
    vi: 'Mã tỉnh, thành phố hiện nay (VN-2025), kể cả kết quả ghi theo mã cũ; trống: cả nước.',
    en: 'Code of today’s province (VN-2025), results under older codes included; empty: the whole country.',
  },
  {
    name: 'access',
    type: 'string',
    role: 'key',
    vi: 'fixed (wifi, cable), mobile (4g, 5g), hoặc all: tất cả, kể cả khi không rõ.',
    en: 'fixed (wifi, cable), mobile (4g, 5g), or all, unknown ones included.',
  },
];

const CELL_NUMBER: Column = {
  name: 'cell',
  type: 'integer',
  role: 'key',
  vi: 'Số thứ tự của ô trong cells.csv.',
  en: 'Number of the cell in cells.csv.',
};

const counted = (name: string, vi: string, en: string): Column => ({ name, type: 'integer', role: 'measure', vi, en });

const VOTES = counted('votes', 'Số phiếu.', 'Number of votes.');

const PARTS = {
  p10: ['phân vị 10 %', '10th percentile'],
  median: ['trung vị', 'median'],
  p90: ['phân vị 90 %', '90th percentile'],
  median_low: ['cận dưới khoảng tin cậy 95 % của trung vị', 'lower bound of the median’s 95 % interval'],
  median_high: ['cận trên khoảng tin cậy 95 % của trung vị', 'upper bound of the median’s 95 % interval'],
  votes: ['số phiếu', 'number of votes'],
} as const satisfies Record<(typeof FIGURE_PARTS)[number], readonly [vi: string, en: string]>;

const figureColumns = (name: string): Column[] =>
  FIGURE_PARTS.map((part) => ({
    name: `${name}_${part}`,
    type: part === 'votes' ? 'integer' : 'number',
    role: 'measure',
    vi: `${name}: ${PARTS[part][0]}.`,
    en: `${name}: ${PARTS[part][1]}.`,
  }));

export const RESULTS: Table = {
  file: 'results.csv',
  vi: 'Từng kết quả đo, không có dữ liệu cá nhân. results.parquet có cùng các dòng và các cột.',
  en: 'Every result, without personal data. results.parquet has the same rows and columns.',
  columns: RESULT_COLUMNS,
};

/** The twin of {@link RESULTS}. */
export const PARQUET_FILE = 'results.parquet';

export const CELLS: Table = {
  file: 'cells.csv',
  vi: 'Số phiếu của từng ô: các phiếu có cùng các cột khóa.',
  en: 'The votes of each cell: those that are alike in all key columns.',
  columns: [
    CELL_NUMBER,
    ...CELL_COLUMNS,
    VOTES,
    counted('sources', 'Số phiếu có nguồn đo phân biệt được.', 'Votes of sources that are known to be different.'),
    counted('ipv6_probed', 'Số phiếu có thử IPv6.', 'Votes where IPv6 was tried.'),
    counted('ipv6_works', 'Trong đó số phiếu IPv6 hoạt động.', 'Of these, those where it works.'),
  ],
};

export const HISTOGRAMS: Table = {
  file: 'histograms.csv',
  vi: 'Biểu đồ tần suất của từng ô, 64 khoảng mỗi bậc mười. Cộng các ô, các tháng với nhau là chính xác.',
  en: 'A histogram of each measure of each cell, 64 bins a decade. Sums over cells and months are exact.',
  columns: [
    CELL_NUMBER,
    {
      name: 'measure',
      type: 'string',
      role: 'key',
      vi: 'download, upload (bit/s), latency, ipv4Connect, ipv6Connect (ms), ipv6Ratio (không đơn vị).',
      en: 'download, upload (bit/s), latency, ipv4Connect, ipv6Connect (ms), ipv6Ratio (no unit).',
    },
    {
      name: 'bin',
      type: 'integer',
      role: 'key',
      vi: 'Số thứ tự khoảng; khoảng 0 bắt đầu từ 1.',
      en: 'Serial number of the bin; bin 0 begins at 1.',
    },
    { name: 'low', type: 'number', role: 'label', vi: 'Cận dưới, tính cả.', en: 'Lower edge, included.' },
    { name: 'high', type: 'number', role: 'label', vi: 'Cận trên, không tính.', en: 'Upper edge, not included.' },
    VOTES,
  ],
};

export const SITES: Table = {
  file: 'sites.csv',
  vi: 'Số phiếu của từng trang nhúng, từ 10 phiếu trở lên: để kiểm tra không trang nào lấn át một số liệu.',
  en: 'Votes by site, ten at least: to check that no site dominates a figure.',
  columns: [
    MONTH,
    ...FIGURE_KEY,
    { name: 'site', type: 'string', role: 'key', vi: 'Trang nhúng; trống: không có.', en: 'The site; empty: none.' },
    VOTES,
  ],
};

export const EVIDENCE: Table = {
  file: 'evidence.csv',
  vi: 'Điều kiện của kết luận công bố mà từng kết quả không cho thấy.',
  en: 'What verdicts on figures go by that single results do not show.',
  columns: [
    MONTH,
    ...FIGURE_KEY,
    counted('sources', 'Số nguồn đo chắc chắn khác nhau.', 'Sources that are known to be different.'),
    counted(
      'top_source_votes',
      'Số phiếu nhiều nhất mà một nguồn đo có thể có.',
      'The most votes that one source can have.',
    ),
  ],
};

export const FIGURES: Table = {
  file: 'figures.csv',
  vi: 'Số liệu công bố, như GET /v1/statistics trả lời.',
  en: 'The published figures, as GET /v1/statistics answers.',
  columns: [
    {
      name: 'period',
      type: 'string',
      role: 'key',
      vi: 'Tháng, hoặc quý (2026-Q3) khi gộp nhiều tháng.',
      en: 'The month, or a quarter (2026-Q3) where months are merged.',
    },
    ...FIGURE_KEY,
    VOTES,
    counted('sources', 'Số nguồn đo chắc chắn khác nhau.', 'Sources that are known to be different.'),
    ...FIGURE_MEASURES.flatMap(([name]) => figureColumns(name)),
    {
      name: 'ipv6_share',
      type: 'number',
      role: 'measure',
      vi: 'Tỷ lệ phiếu có IPv6 hoạt động, 0 đến 1.',
      en: 'Share of votes where IPv6 works, 0 to 1.',
    },
    {
      name: 'publishable',
      type: 'boolean',
      role: 'label',
      vi: 'Đủ điều kiện công bố chính thức.',
      en: 'May be published as the province’s figure.',
    },
    {
      name: 'provisional',
      type: 'boolean',
      role: 'label',
      vi: 'Đủ điều kiện nhưng dưới 300 phiếu.',
      en: 'Publishable, of fewer than 300 votes.',
    },
    counted('needs', 'Số phiếu còn thiếu.', 'How many votes are missing.'),
    {
      name: 'reasons',
      type: 'string',
      role: 'label',
      vi: 'Vì sao chưa công bố được, kèm số phiếu còn thiếu.',
      en: 'Why it may not be published, each with how many votes it lacks.',
    },
    {
      name: 'withheld',
      type: 'string',
      role: 'label',
      vi: 'few: dưới 10 phiếu; parts: trừ đi các phần đã công bố sẽ lộ một nhóm dưới 10 phiếu.',
      en: 'few: fewer than 10 votes; parts: less its published parts it would tell of fewer than 10.',
    },
  ],
};

export const TABLES: readonly Table[] = [RESULTS, CELLS, HISTOGRAMS, SITES, EVIDENCE, FIGURES];

/** A table's first line. */
export const headerOf = ({ columns }: Table): readonly string[] => columns.map(({ name }) => name);
