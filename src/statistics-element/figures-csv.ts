import { type CsvCell, csvDialectOf, csvOf } from '../protocol/csv.ts';
import { megabitsOf } from '../protocol/units.ts';
import type { Cell } from '../protocol/statistics.ts';
import { type Measure, MEASURES } from './choices.ts';
import { type Language, UNITS } from './language.ts';
import { measuredOf, standingOf } from './measured.ts';
import type { Picture } from './picture.ts';
import { type Row, rowsOf } from './rows.ts';
import { reasonsSaid } from './said.ts';

const RATES = MEASURES.filter((measure) => measure !== 'ipv6');

/**
 * The provinces and the country in the period, kind of line and language that are shown, with all measures and their places. Codes are
 * written so that a spreadsheet keeps their zeros. What may not be published has its count and its reasons, as everywhere.
 */
export const figuresCsv = (picture: Picture, collector: string, language: Language): string => {
  const { text, period, name } = language;
  const { choices, rows, country, simulated } = picture;
  const said = text.columns;
  const cells = rows.flatMap(({ cell }) => cell ?? []);
  const placesBy = RATES.map((measure) => rowsOf(cells, measure));

  const heads = (measure: Measure): readonly string[] =>
    [said.median, said.low, said.high, '10%', '90%']
      .map((what) => `${text.measure[measure]}: ${what} (${UNITS[measure]})`)
      .concat([said.placeFrom, said.placeTo].map((what) => `${text.measure[measure]}: ${what}`));
  const header = [
    ...[said.code, text.table.province, text.choose.period, text.choose.access, text.table.votes],
    ...[text.table.verdict, said.reasons, said.needs],
    ...RATES.flatMap(heads),
    ...['IPv6 (%)', `IPv6: ${said.low} (%)`, `IPv6: ${said.high} (%)`, `IPv6: ${text.table.votes}`],
    ...[said.data, said.source],
  ];

  const line = (code: CsvCell, place: string, cell: Cell | null, byMeasure: readonly (Row | null)[]): CsvCell[] => {
    const standing = standingOf(cell);
    const reasons = cell && standing === 'withheld' ? reasonsSaid(cell.verdict.reasons, language).join(', ') : null;
    const share = measuredOf(cell, 'ipv6');
    return [
      ...[code, place, period(choices.period), text.access[choices.access], cell?.count ?? 0],
      ...[text.standing[standing], reasons, cell?.verdict.needs ?? null],
      ...RATES.flatMap((measure, i) => figureCells(cell, measure, byMeasure[i] ?? null)),
      ...[share?.value, share?.interval?.low, share?.interval?.high].map((part) =>
        part === undefined ? null : rounded(part * 100),
      ),
      ...[share?.votes ?? null, simulated ? said.simulated : said.real, collector],
    ];
  };
  return csvOf(
    [
      header,
      line(null, text.country, country, []),
      ...rows.map((row, i) =>
        line(
          { code: row.code },
          name(row.name),
          row.cell,
          placesBy.map((each) => each[i]!),
        ),
      ),
    ],
    csvDialectOf(language.tag),
  );
};

const figureCells = (cell: Cell | null, measure: Measure, row: Row | null): readonly CsvCell[] => {
  const measured = measuredOf(cell, measure);
  const { value, interval, p10, p90 } = measured ?? { value: null, interval: null, p10: null, p90: null };
  const unit = (number: number | null | undefined) =>
    number == null ? null : rounded(measure === 'latency' ? number : megabitsOf(number));
  return [
    ...[value, interval?.low, interval?.high, p10, p90].map(unit),
    ...[row?.places?.from ?? null, row?.places?.to ?? null],
  ];
};

/** To thousandths: kbit/s and µs. */
const rounded = (value: number): number => Math.round(value * 1000) / 1000;
