import type { Access } from '../protocol/access.ts';
import { PROVINCES, type ProvinceCode } from '../protocol/province.ts';
import type { Choices } from './choices.ts';

/** Where and how this device is connected, as far as anybody has said. */
export interface Place {
  readonly province: ProvinceCode | null;
  /** Of that province: whoever says another province is in none that the page knows. */
  readonly commune: string | null;
  readonly access: Access | null;
}

/** What the person says goes before what the page or the browser says. */
export const placeOf = (choices: Choices, known: Place): Place => ({
  province: choices.province === undefined ? known.province : choices.province,
  commune: choices.province === undefined || choices.province === known.province ? known.commune : null,
  access: choices.access === undefined ? known.access : choices.access,
});

/** A code as it stands in an attribute or in storage; null for anything else. */
export const provinceCode = (code: unknown): ProvinceCode | null =>
  PROVINCES.find(([known]) => known === code)?.[0] ?? null;
