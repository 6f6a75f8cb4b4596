import { SettingError } from '../node/environment.ts';
import { createPointRegistry, type PointRegistry, RegisteredPointSchema } from './point-registry.ts';
import { readList } from './read-list.ts';

/** Reads the registry an operator keeps. Every complaint is a {@link SettingError} that names the entry and the field. */
export const readPointsFile = async (file: string): Promise<PointRegistry> => {
  const points = await readList(file, {
    schema: RegisteredPointSchema,
    key: 'id',
    things: 'measurement points',
    setting: 'POINTS_FILE',
  });
  try {
    return await createPointRegistry(points);
  } catch (error) {
    throw new SettingError(`${file}: one of the keys is not an Ed25519 key (${String(error)}).`);
  }
};
