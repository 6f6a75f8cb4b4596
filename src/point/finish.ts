import type { ServerResponse } from 'node:http';
import { SignJWT } from 'jose';
import { SIGNATURE_ALGORITHM, type SigningKey } from '../node/keys.ts';
import type { PointScope } from '../protocol/point.ts';
import { RECEIPT_TYPE, type ReceiptClaims } from '../protocol/receipt.ts';
import { COMMON_HEADERS } from './headers.ts';
import type { Session } from './session.ts';

export interface ReceiptIssuer {
  readonly pointId: string;
  readonly scope: PointScope;
  readonly key: SigningKey;
  /** Wall clock, ms since 1970. */
  readonly wallClock: () => number;
}

/** Closes the session and hands out its receipt as a compact JWS; asked again, the same one. */
export const serveFinish = async (response: ServerResponse, session: Session, issuer: ReceiptIssuer): Promise<void> => {
  session.receipt ??= seal(session, issuer);
  const receipt = await session.receipt;
  response.writeHead(200, { ...COMMON_HEADERS, 'content-type': 'application/jose' });
  response.end(receipt);
};

const seal = (session: Session, { pointId, scope, key, wallClock }: ReceiptIssuer): Promise<string> => {
  session.close();
  const claims: ReceiptClaims = {
    iss: pointId,
    jti: session.claims.jti,
    iat: Math.floor(wallClock() / 1000),
    scope,
    ipFamily: session.ipFamily,
    operator: session.operator,
    download: session.download.curve(),
    upload: session.upload.curve(),
    datagrams: session.datagrams?.claims() ?? null,
  };
  return new SignJWT({ ...claims })
    .setProtectedHeader({ alg: SIGNATURE_ALGORITHM, kid: key.publicJwk.kid, typ: RECEIPT_TYPE })
    .sign(key.privateKey);
};
