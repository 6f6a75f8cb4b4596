import { createHmac, randomBytes } from 'node:crypto';
import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { readOrCreateSync } from '../node/read-or-create.ts';
import type { Millis } from '../protocol/units.ts';
import { prefixOf } from './client-address.ts';
import { vietnamMonth } from './vietnam-calendar.ts';

const SECRET_BYTES = 32;
const FILE = /^source-secret-(\d{4}-\d{2})$/;

/** Tells the sources of one month apart without keeping where they are. */
export interface SourceKeys {
  /**
   * HMAC-SHA-256 of the line's network (IPv4 address, IPv6 /56) under this month's secret, hexadecimal. Two months' keys of one
   * line have nothing in common, and once a month is over nobody can find the line of a key, not even by trying all addresses.
   */
  readonly keyOf: (address: string | null, now: Millis) => string | null;
}

/** Keeps the month's secret in `folder`, shared by all processes there, and erases every other one. */
export const createSourceKeys = (folder: string): SourceKeys => {
  let current: { readonly month: string; readonly secret: string } | null = null;
  return {
    keyOf: (address, now) => {
      if (address === null) return null;
      const month = vietnamMonth(new Date(now).toISOString());
      if (current?.month !== month) {
        current = { month, secret: secretOf(folder, month) };
        eraseOthers(folder, month);
      }
      return createHmac('sha256', current.secret).update(prefixOf(address, 'line')).digest('hex');
    },
  };
};

/** The first process of a month makes the secret; whoever comes second reads it. */
const secretOf = (folder: string, month: string): string =>
  readOrCreateSync(join(folder, `source-secret-${month}`), () => randomBytes(SECRET_BYTES).toString('hex'));

const eraseOthers = (folder: string, month: string): void => {
  for (const name of readdirSync(folder))
    if (FILE.test(name) && FILE.exec(name)![1]! < month) rmSync(join(folder, name), { force: true });
};
