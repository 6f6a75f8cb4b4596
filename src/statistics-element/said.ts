import { fill } from '../page/fill.ts';
import type { Reason } from '../protocol/verdict.ts';
import type { Measure } from './choices.ts';
import type { Language } from './language.ts';
import { type Measured, measuredOf, standingOf } from './measured.ts';
import { chosenCell, type Picture, placeName } from './picture.ts';
import type { Row } from './rows.ts';

/** Why a figure is not published, and what it lacks: `quá ít mẫu, cần thêm 28 mẫu`. */
export const reasonsSaid = (reasons: readonly Reason[], { text, format }: Language): readonly string[] =>
  reasons.map(({ code, needs }) => {
    // A newer collector may know another reason.
    const why = (text.reasons as Readonly<Record<string, string>>)[code] ?? text.otherReason;
    return needs === null ? why : `${why} (${fill(text.needs, { count: format.count(needs) })})`;
  });

export const intervalSaid = ({ interval }: Measured, measure: Measure, { number }: Language): string | null =>
  interval && `${number(interval.low, measure)} – ${number(interval.high, measure)}`;

export const placesSaid = ({ places }: Row, { text }: Language): string | null =>
  places && (places.from === places.to ? String(places.from) : fill(text.places, { ...places }));

/** A province in one sentence, for ears: its figure with interval and count, or why it has none. */
export const rowSaid = ({ name, measured, standing, cell }: Row, measure: Measure, language: Language): string => {
  const { text, format, withUnit, number } = language;
  const said = { name: language.name(name), count: format.count(cell?.count ?? 0) };
  if (!measured) {
    const reasons = standing === 'withheld' ? reasonsSaid(cell!.verdict.reasons, language).join(', ') : '';
    const why = reasons === '' ? text.standingWhy[standing] : `${reasons}; ${fill(text.votes, said)}`;
    return fill(text.map.provinceOpen, { ...said, standing: text.standing[standing], why });
  }
  const value = withUnit(measured.value, measure);
  const { interval } = measured;
  return interval
    ? fill(text.map.province, {
        ...said,
        value,
        low: number(interval.low, measure),
        high: number(interval.high, measure),
      })
    : fill(text.map.provincePlain, { ...said, value });
};

/** What is shown, in one sentence. */
export const pictureSaid = (picture: Picture, language: Language): string => {
  const { choices, rows } = picture;
  const { text, period, withUnit } = language;
  const cell = chosenCell(picture);
  const measured = measuredOf(cell, choices.measure);
  const place = placeName(choices.province, rows, language);
  const value = measured ? withUnit(measured.value, choices.measure) : text.standing[standingOf(cell)];
  return `${place}, ${text.accessLong[choices.access]}, ${period(choices.period)}, ${text.measure[choices.measure]}: ${value}`;
};
