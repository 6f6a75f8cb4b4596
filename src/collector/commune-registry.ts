import { type Commune, CommuneSchema } from '../protocol/commune.ts';
import type { ProvinceCode } from '../protocol/province.ts';
import { readList } from './read-list.ts';

/** The communes that results may name; none where the collector's operator lists none. */
export interface CommuneRegistry {
  readonly isEmpty: boolean;
  readonly find: (code: string) => Commune | null;
  /** By code. */
  readonly of: (province: ProvinceCode) => readonly Commune[];
}

export const createCommuneRegistry = (communes: readonly Commune[]): CommuneRegistry => {
  const known = new Map(communes.map((commune) => [commune.code, commune]));
  const sorted = [...communes].sort((a, b) => (a.code < b.code ? -1 : 1));
  return {
    isEmpty: known.size === 0,
    find: (code) => known.get(code) ?? null,
    of: (province) => sorted.filter((commune) => commune.province === province),
  };
};

/** Without a file there are none. */
export const readCommunesFile = async (file: string | null): Promise<CommuneRegistry> =>
  createCommuneRegistry(
    file === null
      ? []
      : await readList(file, { schema: CommuneSchema, key: 'code', things: 'communes', setting: 'COMMUNES_FILE' }),
  );
