import { readFile } from 'node:fs/promises';
import * as v from 'valibot';
import { SettingError } from '../node/environment.ts';
import { complaintsOf } from './check-shape.ts';
import {
  createPointRegistry,
  type PointRegistry,
  type RegisteredPoint,
  RegisteredPointSchema,
} from './point-registry.ts';

/** Reads the registry an operator keeps. Every complaint is a {@link SettingError} that names the entry and the field. */
export const readPointsFile = async (file: string): Promise<PointRegistry> => {
  const entries = parseArray(file, await readText(file));
  const points = entries.map((entry, index) => checkEntry(file, entry, index));
  points.forEach(({ id }, index) => {
    if (points.findIndex((other) => other.id === id) !== index)
      throw new SettingError(`${file}, entry ${index + 1}: there is already a point with the id ${id}.`);
  });
  try {
    return await createPointRegistry(points);
  } catch (error) {
    throw new SettingError(`${file}: one of the keys is not an Ed25519 key (${String(error)}).`);
  }
};

const readText = async (file: string): Promise<string> => {
  try {
    return await readFile(file, 'utf8');
  } catch {
    throw new SettingError(
      `${file} cannot be read. Write the measurement points there, [] for none, or set POINTS_FILE.`,
    );
  }
};

const parseArray = (file: string, text: string): readonly unknown[] => {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new SettingError(`${file} is not JSON: ${String(error)}.`);
  }
  if (!Array.isArray(value)) throw new SettingError(`${file} must hold a JSON array of measurement points.`);
  return value;
};

const checkEntry = (file: string, entry: unknown, index: number): RegisteredPoint => {
  const checked = v.safeParse(RegisteredPointSchema, entry);
  if (checked.success) return checked.output;
  throw new SettingError(`${file}, entry ${index + 1}: ${complaintsOf(checked.issues)}.`);
};
