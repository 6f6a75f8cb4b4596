import * as v from 'valibot';
import { PROVINCE_CODES, ProvinceCodeSchema } from './province.ts';

/** The edition of the communes' codes, which is that of the provinces' (Decision 19/2025/QĐ-TTg). In the tables of figures it marks their cells. */
export const COMMUNE_CODES = `${PROVINCE_CODES}/commune`;

/** Communes, wards and special zones: there are 3,321, too many for a list of our own. */
export const CommuneCodeSchema = v.pipe(
  v.string(),
  v.regex(/^\d{5}$/, 'commune must be a five-digit code of Decision 19/2025/QĐ-TTg, such as 20194'),
);

/** A commune as the collector's operator lists it. */
export const CommuneSchema = v.object({
  code: CommuneCodeSchema,
  name: v.pipe(v.string(), v.minLength(1), v.maxLength(120)),
  province: ProvinceCodeSchema,
});
export type Commune = v.InferOutput<typeof CommuneSchema>;
