import { createHmac, randomBytes } from 'node:crypto';
import { linkSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Millis } from '../protocol/units.ts';
import { prefixOf } from './client-address.ts';
import { vietnamMonth } from './vietnam-month.ts';

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
  let current: { readonly month: string; readonly secret: Buffer } | null = null;
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

/** The first process of a month makes the secret; whoever comes second reads it. Nobody ever reads half of one. */
const secretOf = (folder: string, month: string): Buffer => {
  const file = join(folder, `source-secret-${month}`);
  const draft = `${file}.${process.pid}`;
  try {
    writeFileSync(draft, randomBytes(SECRET_BYTES), { mode: 0o600 });
    linkSync(draft, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    rmSync(draft, { force: true });
  }
  return readFileSync(file);
};

const eraseOthers = (folder: string, month: string): void => {
  for (const name of readdirSync(folder))
    if (FILE.test(name) && FILE.exec(name)![1]! < month) rmSync(join(folder, name), { force: true });
};
