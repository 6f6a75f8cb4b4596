import { readFile } from 'node:fs/promises';
import * as v from 'valibot';
import { SettingError } from '../node/environment.ts';
import { complaintsOf } from './check-shape.ts';

/** What kind of list a file holds, for its complaints. */
export interface ListKind<Schema extends v.GenericSchema, Key extends string> {
  readonly schema: Schema;
  /** The field that tells the entries apart. */
  readonly key: Key;
  /** `measurement points` */
  readonly things: string;
  /** `POINTS_FILE` */
  readonly setting: string;
}

/** Reads a JSON array that an operator keeps, each key once. Every complaint is a {@link SettingError} that names the entry and the field. */
export const readList = async <
  Key extends string,
  Schema extends v.GenericSchema<unknown, { readonly [Field in Key]: string }>,
>(
  file: string,
  { schema, key, things, setting }: ListKind<Schema, Key>,
): Promise<v.InferOutput<Schema>[]> => {
  const entries = parseArray(file, await readText(file, things, setting), things).map((entry, index) => {
    const checked = v.safeParse(schema, entry);
    if (checked.success) return checked.output;
    throw new SettingError(`${file}, entry ${index + 1}: ${complaintsOf(checked.issues)}.`);
  });
  const seen = new Set<string>();
  entries.forEach((entry, index) => {
    if (seen.has(entry[key]))
      throw new SettingError(`${file}, entry ${index + 1}: there is already one with the ${key} ${entry[key]}.`);
    seen.add(entry[key]);
  });
  return entries;
};

const readText = async (file: string, things: string, setting: string): Promise<string> => {
  try {
    return await readFile(file, 'utf8');
  } catch {
    throw new SettingError(`${file} cannot be read. Write the ${things} there, [] for none, or set ${setting}.`);
  }
};

const parseArray = (file: string, text: string, things: string): readonly unknown[] => {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new SettingError(`${file} is not JSON: ${String(error)}.`);
  }
  if (!Array.isArray(value)) throw new SettingError(`${file} must hold a JSON array of ${things}.`);
  return value;
};
