import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { createLocalJWKSet, type JWK, type JWTVerifyGetKey } from 'jose';
import { loadOrCreateKey, type SigningKey } from '../node/keys.ts';

/** The keys of tickets: one signs, all are published and believed. */
export interface TicketKeys {
  readonly signing: SigningKey;
  readonly published: readonly JWK[];
  readonly find: JWTVerifyGetKey;
}

const SIGNING_FILE = 'collector-key.pem';
const OTHER_FILE = /^collector-key\.[\w-]+\.pem$/;

/**
 * `collector-key.pem` of the folder signs. Every `collector-key.NAME.pem` beside it is published too: the next one before it signs,
 * so that points have it in time, and the last one after it did, so that what waits in outboxes is still believed.
 */
export const loadTicketKeys = async (folder: string): Promise<TicketKeys> => {
  const signing = await loadOrCreateKey(join(folder, SIGNING_FILE));
  const others = readdirSync(folder)
    .filter((name) => OTHER_FILE.test(name))
    .sort();
  return ticketKeys(signing, await Promise.all(others.map((name) => loadOrCreateKey(join(folder, name)))));
};

export const ticketKeys = (signing: SigningKey, others: readonly SigningKey[] = []): TicketKeys => {
  const published = [signing, ...others].map(({ publicJwk }) => publicJwk);
  return { signing, published, find: createLocalJWKSet({ keys: published }) };
};
