/** What a column is for: what rows are told apart by (and what is withheld where few are alike), what was measured, what is said of it. */
export type ColumnRole = 'key' | 'measure' | 'label';

/** As CSVW and Parquet name them; `date` is YYYY-MM-DD. */
export type ColumnType = 'string' | 'integer' | 'number' | 'boolean' | 'date';

/** One column of a published file, in the words of both languages. */
export interface Column {
  readonly name: string;
  readonly type: ColumnType;
  readonly role: ColumnRole;
  readonly unit?: string;
  readonly vi: string;
  readonly en: string;
}

/** The columns that cells share with results, in this order. */
export const CELL_COLUMNS = [
  {
    name: 'month',
    type: 'string',
    role: 'key',
    vi: 'Tháng đo theo giờ Việt Nam, YYYY-MM.',
    en: 'Month of the test in Vietnam’s time, YYYY-MM.',
  },
  {
    name: 'context',
    type: 'string',
    role: 'key',
    vi: 'Ai đo: citizen (người dân), kiosk, office (cơ quan), campaign (đợt vận động). Không bao giờ gộp chung.',
    en: 'Who measured: citizen, kiosk, office or campaign. Never pooled.',
  },
  {
    name: 'province_codes',
    type: 'string',
    role: 'key',
    vi: 'Bộ mã tỉnh, thành phố của cột province: VN-2025 là 34 mã từ 2025-07-01, VN-2004 là 63 mã trước đó.',
    en: 'The edition of the province codes: VN-2025 are the 34 codes since 2025-07-01, VN-2004 the 63 before.',
  },
  {
    name: 'access_kind',
    type: 'string',
    role: 'key',
    vi: 'Loại đường truyền: fixed (cố định) hoặc mobile (di động); trống: người đo không cho biết.',
    en: 'Kind of line: fixed or mobile; empty: the person did not say.',
  },
  {
    name: 'province',
    type: 'string',
    role: 'key',
    vi: 'Mã tỉnh, thành phố (hai chữ số), do trang nhúng hoặc người đo cho biết.',
    en: 'Two-digit code of the province, as the page or the person said.',
  },
  {
    name: 'access',
    type: 'string',
    role: 'key',
    vi: 'Cách kết nối do người đo cho biết: wifi, cable, 4g, 5g; trống: không cho biết.',
    en: 'Connection as the person said: wifi, cable, 4g, 5g; empty: not said.',
  },
  {
    name: 'operator_asn',
    type: 'integer',
    role: 'key',
    vi: 'Số hiệu mạng (ASN) của nhà mạng; trống: không rõ.',
    en: 'The operator’s AS number; empty: unknown.',
  },
  {
    name: 'scope',
    type: 'string',
    role: 'key',
    vi: 'Vị trí điểm đo: on-net (trong mạng của nhà mạng), off-net (trong mạng khác), exchange (trạm trung chuyển), overseas (nước ngoài).',
    en: 'Where the point stood: on-net (in the line’s own operator’s network), off-net (in another’s), exchange or overseas.',
  },
  {
    name: 'ip_family',
    type: 'integer',
    role: 'key',
    vi: 'Phiên bản IP của phép đo: 4 hoặc 6.',
    en: 'Internet Protocol version of the test: 4 or 6.',
  },
  {
    name: 'withheld',
    type: 'string',
    role: 'key',
    vi: 'Các cột khóa bị để trống vì quá ít phiếu giống nhau, cách nhau bằng dấu cách.',
    en: 'Key columns left empty because too few votes were alike, separated by spaces.',
  },
] as const satisfies readonly Column[];

/** The columns of results.csv and results.parquet. */
export const RESULT_COLUMNS = [
  ...CELL_COLUMNS,
  {
    name: 'day',
    type: 'date',
    role: 'key',
    vi: 'Ngày đo theo giờ Việt Nam.',
    en: 'Day of the test in Vietnam’s time.',
  },
  {
    name: 'vote',
    type: 'boolean',
    role: 'label',
    vi: 'true: kết quả là phiếu của nguồn đo trong tháng và nằm trong số liệu công bố.',
    en: 'true: the result is its source’s vote of the month and is in the figures.',
  },
  {
    name: 'not_vote_because',
    type: 'string',
    role: 'label',
    vi: 'Vì sao không phải là phiếu: another-of-its-source (nguồn đo đã có phiếu khác), partial, no-province, monitor (đo theo lịch), point-revoked, unverified, disagrees.',
    en: 'Why it is no vote: another-of-its-source, partial, no-province, monitor (by schedule), point-revoked, unverified, disagrees.',
  },
  {
    name: 'source_known',
    type: 'boolean',
    role: 'label',
    vi: 'Có phân biệt được nguồn đo với các nguồn khác trong tháng hay không. Bản thân nguồn đo không được công bố.',
    en: 'Whether the source could be told from others of the month. Which one it is is not published.',
  },
  {
    name: 'state',
    type: 'string',
    role: 'label',
    vi: 'verified: điểm đo xác nhận; disagrees: điểm đo bác bỏ; unverified: không có xác nhận dùng được.',
    en: 'verified: the point bears it out; disagrees: it does not; unverified: no usable receipt.',
  },
  {
    name: 'outcome',
    type: 'string',
    role: 'label',
    vi: 'complete: đo đủ; partial: một phần.',
    en: 'complete or partial.',
  },
  {
    name: 'end_reason',
    type: 'string',
    role: 'label',
    vi: 'Vì sao phép đo kết thúc: steady (đã ổn định), time-limit, byte-limit …',
    en: 'Why it ended: steady, time-limit, byte-limit …',
  },
  {
    name: 'flags',
    type: 'string',
    role: 'label',
    vi: 'Các cờ, cách nhau bằng dấu cách; ý nghĩa ở README của mã nguồn.',
    en: 'Flags, separated by spaces; the source’s README says what they mean.',
  },
  {
    name: 'plan',
    type: 'string',
    role: 'label',
    vi: 'Kế hoạch đo: standard, saver, thorough.',
    en: 'Plan of the test: standard, saver, thorough.',
  },
  {
    name: 'download_bits_per_second',
    type: 'number',
    role: 'measure',
    unit: 'bit/s',
    vi: 'Tốc độ tải xuống, làm tròn bốn chữ số có nghĩa trong cùng ô biểu đồ.',
    en: 'Download rate, four significant digits, more where that would leave its bin.',
  },
  {
    name: 'upload_bits_per_second',
    type: 'number',
    role: 'measure',
    unit: 'bit/s',
    vi: 'Tốc độ tải lên, làm tròn như trên.',
    en: 'Upload rate, rounded as above.',
  },
  {
    name: 'latency_ms',
    type: 'number',
    role: 'measure',
    unit: 'ms',
    vi: 'Độ trễ khi rảnh (trung vị), làm tròn như trên.',
    en: 'Idle latency (median of its round trips), rounded as above.',
  },
  {
    name: 'jitter_ms',
    type: 'number',
    role: 'measure',
    unit: 'ms',
    vi: 'Biến động trễ: trung bình |hiệu| của các lượt liên tiếp.',
    en: 'Mean |difference| of consecutive idle round trips.',
  },
  {
    name: 'latency_while_downloading_ms',
    type: 'number',
    role: 'measure',
    unit: 'ms',
    vi: 'Độ trễ khi đang tải xuống (trung vị).',
    en: 'Median latency while downloading.',
  },
  {
    name: 'latency_while_uploading_ms',
    type: 'number',
    role: 'measure',
    unit: 'ms',
    vi: 'Độ trễ khi đang tải lên (trung vị).',
    en: 'Median latency while uploading.',
  },
  {
    name: 'round_trips_per_minute',
    type: 'number',
    role: 'measure',
    unit: '1/min',
    vi: 'Số lượt đi về mỗi phút khi có tải (RPM).',
    en: 'Round trips per minute under load (RPM).',
  },
  {
    name: 'loss_ratio',
    type: 'number',
    role: 'measure',
    vi: 'Tỷ lệ gói tin mất, 0 đến 1; trống: không đo.',
    en: 'Share of datagrams lost, 0 to 1; empty: not measured.',
  },
  {
    name: 'ipv6',
    type: 'string',
    role: 'measure',
    vi: 'Kết nối IPv6 tới điểm đo: works, fails, timeout; trống: điểm đo không có IPv6.',
    en: 'Whether IPv6 reached the point: works, fails, timeout; empty: the point has none.',
  },
  {
    name: 'ipv4_connect_ms',
    type: 'number',
    role: 'measure',
    unit: 'ms',
    vi: 'Thời gian thiết lập kết nối qua IPv4.',
    en: 'Time to connect over IPv4.',
  },
  {
    name: 'ipv6_connect_ms',
    type: 'number',
    role: 'measure',
    unit: 'ms',
    vi: 'Thời gian thiết lập kết nối qua IPv6.',
    en: 'Time to connect over IPv6.',
  },
  {
    name: 'ipv6_by_ipv4_connect_time',
    type: 'number',
    role: 'measure',
    vi: 'Thời gian thiết lập kết nối IPv6 chia cho IPv4 của cùng phép đo; trống: không đo được cả hai.',
    en: 'IPv6’s time to connect by IPv4’s in the same test; empty: not both were measured.',
  },
  {
    name: 'engine_version',
    type: 'string',
    role: 'label',
    vi: 'Phiên bản chương trình đo, do chính chương trình cho biết; trống: không phải một phiên bản.',
    en: 'Version of the measuring code, as it said itself; empty: what it said is none.',
  },
  {
    name: 'estimator_version',
    type: 'string',
    role: 'label',
    vi: 'Phiên bản công thức tính kết quả.',
    en: 'Version of the formulas that made the numbers.',
  },
  {
    name: 'validity_version',
    type: 'string',
    role: 'label',
    vi: 'Phiên bản quy tắc xét kết quả nào được tính.',
    en: 'Version of the rule that says which results count.',
  },
] as const satisfies readonly Column[];

interface Types {
  readonly string: string;
  readonly integer: number;
  readonly number: number;
  readonly boolean: boolean;
  readonly date: string;
}

/** A row of results.csv; what is unknown, not measured or withheld is null. */
export type PublishedRow = {
  readonly [Name in (typeof RESULT_COLUMNS)[number] as Name['name']]: Types[Name['type']] | null;
};

/** What of a row's key says where and by whom it was measured; the figures stand on these. The finest comes last. */
export const PLACE = ['context', 'province_codes', 'access_kind', 'province'] as const satisfies (keyof PublishedRow)[];

/** What of it is told only where enough votes are alike; what analysts ask for most comes first, and is withheld last. */
export const DETAILS = [
  'access',
  'operator_asn',
  'scope',
  'ip_family',
  'day',
] as const satisfies (keyof PublishedRow)[];
