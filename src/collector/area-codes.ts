import { PROVINCE_CODES, PROVINCES } from '../protocol/province.ts';
import { PROVINCE_CODES_2004, PROVINCES_2004 } from '../protocol/province-2004.ts';

/** The editions that figures can be asked for: today's borders, or those of before July 2025. */
export const EDITIONS = [PROVINCE_CODES, PROVINCE_CODES_2004] as const;
export type Edition = (typeof EDITIONS)[number];

/** A province as a row has it. */
export interface StoredArea {
  readonly province: string;
  readonly provinceCodes: string;
}

const TODAY: ReadonlyMap<string, string> = new Map(PROVINCES_2004.map(([code, , today]) => [code, today]));

/** Which of the provinces asked for a stored one counts for; null for none of them. */
export const areaOf = ({ province, provinceCodes }: StoredArea, asked: Edition): string | null => {
  if (provinceCodes === asked) return province;
  return asked === PROVINCE_CODES && provinceCodes === PROVINCE_CODES_2004 ? (TODAY.get(province) ?? null) : null;
};

/** In which editions it is stored what counts in the one asked for. */
export const editionsOf = (asked: Edition): readonly Edition[] => (asked === PROVINCE_CODES ? EDITIONS : [asked]);

/** Under which codes it is stored what counts for a province; of more than one edition: {@link areaOf} says which are meant. */
export const codesOf = (province: string, asked: Edition): readonly string[] =>
  asked === PROVINCE_CODES
    ? [...new Set([province, ...PROVINCES_2004.filter(([, , today]) => today === province).map(([code]) => code)])]
    : [province];

type Nullable<Kind> = { readonly [Field in keyof Kind]: Kind[Field] | null };

/** A stored province's name, in Vietnamese; null where its edition has no such code. Seven codes name another province in the other edition. */
export const nameOfArea = ({ province, provinceCodes }: Nullable<StoredArea>): string | null => {
  const known =
    provinceCodes === PROVINCE_CODES ? PROVINCES : provinceCodes === PROVINCE_CODES_2004 ? PROVINCES_2004 : [];
  return known.find(([code]) => code === province)?.[1] ?? null;
};
