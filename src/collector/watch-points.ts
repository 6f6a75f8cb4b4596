import { statSync } from 'node:fs';
import { SettingError } from '../node/environment.ts';
import { log } from '../node/log.ts';
import type { Millis } from '../protocol/units.ts';
import type { OperatorRegistry } from './operator-registry.ts';
import type { PointRegistry } from './point-registry.ts';
import { readPointsFile } from './points-file.ts';
import type { ResultStore } from './result-store.ts';

/** A point that has to go has to go soon. */
export const WATCH_MS: Millis = 5000;

/** The registry as its file has it now. */
export interface WatchedPoints {
  current: PointRegistry;
  readonly close: () => void;
}

/**
 * Reads the points file, and again whenever it changes; rows of revoked points are taken back each time. A file that is wrong at the
 * start is a {@link SettingError}; later it is logged, and the last good one stays.
 */
export const watchPoints = async (
  file: string,
  { store, operators }: { readonly store: ResultStore; readonly operators: OperatorRegistry },
): Promise<WatchedPoints> => {
  let seen = stampOf(file);
  const watched = { current: await readPointsFile(file), close: () => clearInterval(timer) };
  await revokeAll(watched.current, store);
  warnOfStrangers(watched.current, operators);
  const look = async (): Promise<void> => {
    const stamp = stampOf(file);
    if (stamp === seen) return;
    seen = stamp;
    try {
      watched.current = await readPointsFile(file);
      log('info', 'the points file was read again', { points: watched.current.published.length });
      await revokeAll(watched.current, store);
      warnOfStrangers(watched.current, operators);
    } catch (error) {
      log('error', 'the points file was not taken over', {
        error: error instanceof SettingError ? error.message : String(error),
      });
    }
  };
  let busy = Promise.resolve();
  const timer = setInterval(() => {
    busy = busy.then(look);
  }, WATCH_MS);
  timer.unref();
  return watched;
};

const revokeAll = async ({ published }: PointRegistry, store: ResultStore): Promise<void> => {
  for (const { id, revokedFrom } of published) {
    if (revokedFrom === null) continue;
    const rows = await store.revoke(id, new Date(revokedFrom).toISOString());
    if (rows > 0) log('warn', 'results of a revoked point were taken out of the figures', { point: id, rows });
  }
};

/** Nobody can tell of a line whether it is in the network of an operator that nobody knows ({@link import('./scope-of.ts').scopeOf}). */
const warnOfStrangers = ({ published }: PointRegistry, operators: OperatorRegistry): void => {
  for (const { id, scope, operator } of published)
    if (scope === 'on-net' && operators.named(operator) === null)
      log('warn', 'an on-net point’s operator is not in the table of operators: its results have no scope', {
        point: id,
        operator,
      });
};

/** Changes whenever the file does. */
const stampOf = (file: string): string => {
  const { mtimeMs = 0, size = 0, ino = 0 } = statSync(file, { throwIfNoEntry: false }) ?? {};
  return `${mtimeMs} ${size} ${ino}`;
};
