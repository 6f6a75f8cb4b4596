import { importPart } from './import-part.ts';
import type { PartName, Parts } from './later/parts.ts';

const ready: { -readonly [Name in PartName]?: Parts[Name] } = {};
const coming = new Map<PartName, Promise<unknown>>();

/** A part that is there; null while it is not. */
export const readyPart = <Name extends PartName>(name: Name): Parts[Name] | null => ready[name] ?? null;

/** Fetches a part once for the whole page. Rejects where it cannot be had; the next call tries again. */
export const loadPart = async <Name extends PartName>(name: Name): Promise<Parts[Name]> => {
  const there = readyPart(name);
  if (there) return there;
  const known = coming.get(name) as Promise<Parts[Name]> | undefined;
  const fetching = known ?? importPart(name);
  coming.set(name, fetching);
  try {
    const part = await fetching;
    Object.assign(ready, { [name]: part });
    return part;
  } finally {
    coming.delete(name);
  }
};
