import {
  calculateJwkThumbprint,
  type CryptoKey,
  exportJWK,
  exportPKCS8,
  generateKeyPair,
  importPKCS8,
  type JWK,
} from 'jose';
import { SettingError } from './environment.ts';
import { readOrCreate } from './read-or-create.ts';

/** Signatures are Ed25519 everywhere (RFC 8037). */
export const SIGNATURE_ALGORITHM = 'EdDSA';

/** A signing key with the public half that others verify with. */
export interface SigningKey {
  readonly privateKey: CryptoKey;
  /** Public JWK with `kid` (RFC 7638 thumbprint), `alg` and `use`. */
  readonly publicJwk: JWK & { readonly kid: string };
}

/**
 * Loads the PKCS #8 PEM at `file`, or makes a key and stores it there, readable by its owner only. Safe when two processes
 * start at once: the first one's file wins, both use it.
 */
export const loadOrCreateKey = async (file: string): Promise<SigningKey> => {
  const pem = await readOrCreate(file, async () => {
    const pair = await generateKeyPair(SIGNATURE_ALGORITHM, { crv: 'Ed25519', extractable: true });
    return exportPKCS8(pair.privateKey);
  });
  let privateKey: CryptoKey;
  try {
    privateKey = await importPKCS8(pem, SIGNATURE_ALGORITHM, { extractable: true });
  } catch {
    throw new SettingError(
      `${file} is not an Ed25519 key in PKCS #8 PEM. Restore it, or delete it to have a new one made.`,
    );
  }
  const { kty, crv, x } = (await exportJWK(privateKey)) as { kty: string; crv: string; x: string };
  const kid = await calculateJwkThumbprint({ kty, crv, x });
  return { privateKey, publicJwk: { kty, crv, x, kid, alg: SIGNATURE_ALGORITHM, use: 'sig' } };
};
