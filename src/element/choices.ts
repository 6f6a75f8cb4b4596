import { type Access, ACCESSES } from '../protocol/access.ts';
import type { ProvinceCode } from '../protocol/province.ts';
import { type PageStorage, pageStorage } from './page-storage.ts';
import { provinceCode } from './place.ts';

/** What a person has said about themselves; absent where they have not, null where they would rather not. */
export interface Choices {
  readonly province?: ProvinceCode | null | undefined;
  readonly access?: Access | null | undefined;
}

const KEY = 'i-speed-test-choices';

/** What was chosen in this browser before. */
export const readChoices = (storage: PageStorage = pageStorage): Choices => {
  try {
    const { province, access } = JSON.parse(storage.get(KEY) ?? '{}') as Choices;
    return {
      province: province && (provinceCode(province) ?? undefined),
      access: access && ACCESSES.find((known) => known === access),
    };
  } catch {
    return {}; // written by another version, or by the page
  }
};

export const rememberChoices = (choices: Choices, storage: PageStorage = pageStorage): void =>
  storage.set(KEY, JSON.stringify(choices));
