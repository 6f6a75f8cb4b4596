import { ENGINE_VERSION, ESTIMATOR_VERSION } from '../../protocol/result.ts';
import { PROVINCE_CODES } from '../../protocol/province.ts';
import { MIN_CELL_VOTES } from '../../protocol/statistics.ts';
import { BINS_PER_DECADE } from '../../statistics/histogram.ts';
import { VALIDITY_VERSION } from '../validity.ts';
import { csvLine } from './csv.ts';
import { type Table, TABLES } from './tables.ts';
import type { RowCounts } from './write-month.ts';

/** What is said of a month beside its tables. */
export interface MonthAbout {
  readonly month: string;
  readonly isSimulated: boolean;
  /** An SPDX identifier, an address, or a sentence. */
  readonly licence: string;
}

/** What files of simulated results begin with: a name stays with its file wherever that is copied to. */
const SIMULATED_PREFIX = 'simulated-';
export const prefixOf = ({ isSimulated }: Pick<MonthAbout, 'isSimulated'>): string =>
  isSimulated ? SIMULATED_PREFIX : '';

/** By which rules the files were made; the versions of each result are in its row. */
export const notesOf = ({ month, isSimulated, licence }: MonthAbout) => ({
  month,
  simulated: isSimulated,
  licence,
  timeZone: 'Asia/Ho_Chi_Minh',
  provinceCodes: PROVINCE_CODES,
  minCellVotes: MIN_CELL_VOTES,
  binsPerDecade: BINS_PER_DECADE,
  validityVersion: VALIDITY_VERSION,
  estimatorVersion: ESTIMATOR_VERSION,
  engineVersion: ENGINE_VERSION,
});

const inBoth = ({ vi, en }: { readonly vi: string; readonly en: string }) => [
  { '@value': vi, '@language': 'vi' },
  { '@value': en, '@language': 'en' },
];

const describe = ({ file, columns, ...table }: Table, prefix: string) => ({
  url: prefix + file,
  'dc:description': inBoth(table),
  tableSchema: {
    columns: columns.map(({ name, type, ...column }) => ({
      name,
      titles: name,
      datatype: type,
      'dc:description': inBoth(column),
    })),
  },
});

/** The month as CSV on the Web (W3C, csvw): programs read types and meanings of all columns from it. */
export const monthMetadata = (about: MonthAbout, rows: RowCounts): string =>
  `${JSON.stringify(
    {
      '@context': ['http://www.w3.org/ns/csvw', { '@language': 'en' }],
      'dc:title': `i-speed-test ${about.month}`,
      'dc:license': licenceAddress(about.licence),
      tables: TABLES.map((table) => describe(table, prefixOf(about))),
      notes: [{ ...notesOf(about), rows }],
    },
    null,
    2,
  )}\n`;

/** The one licence that is suggested has an address; others are said as they are. */
export const licenceAddress = (licence: string): string =>
  licence === 'CC-BY-4.0' ? 'https://creativecommons.org/licenses/by/4.0/' : licence;

/** Tells Excel that what follows is UTF-8. */
const BYTE_ORDER_MARK = '\uFEFF';

/** The data dictionary for people: every column of every file, in both languages. */
export const dictionary = (prefix: string): string =>
  BYTE_ORDER_MARK +
  [
    ['file', 'column', 'type', 'role', 'unit', 'vi', 'en'],
    ...TABLES.flatMap(({ file, columns }) =>
      columns.map(({ name, type, role, unit = null, vi, en }) => [prefix + file, name, type, role, unit, vi, en]),
    ),
  ]
    .map(csvLine)
    .join('');
