import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createLocalJWKSet, decodeJwt, SignJWT } from 'jose';
import { loadOrCreateKey, SIGNATURE_ALGORITHM } from '../../src/node/keys.ts';
import { startPoint } from '../../src/point/point.ts';
import type { PointSettings } from '../../src/point/settings.ts';
import type { ReceiptClaims } from '../../src/protocol/receipt.ts';
import type { TicketClaims } from '../../src/protocol/ticket.ts';

export interface TestPoint {
  readonly origin: string;
  /** A ticket as the collector would issue it, with some claims changed. */
  readonly ticket: (changes?: Partial<TicketClaims>) => Promise<string>;
  readonly url: (path: string, ticket: string) => string;
  readonly finish: (ticket: string) => Promise<ReceiptClaims>;
  readonly close: () => Promise<void>;
}

let serial = 0;
const testId = () => `01932f6e-0000-7000-8000-${String(++serial).padStart(12, '0')}`;

/** A real point on a free port, with a collector's key at hand. */
export const startTestPoint = async (changes: Partial<PointSettings> = {}): Promise<TestPoint> => {
  const dataDir = mkdtempSync(join(tmpdir(), 'i-speed-test-point-'));
  const collectorKey = await loadOrCreateKey(join(dataDir, 'collector.pem'));
  const settings: PointSettings = {
    id: 'here',
    scope: 'exchange',
    host: '127.0.0.1',
    port: 0,
    dataDir,
    collectorUrl: 'http://127.0.0.1:9',
    udpPort: 0,
    networksFile: null,
    maxTests: 50,
    tls: null,
    ...changes,
  };
  const { origin, close } = await startPoint({
    settings,
    key: await loadOrCreateKey(join(dataDir, 'point.pem')),
    collectorKeys: createLocalJWKSet({ keys: [collectorKey.publicJwk] }),
  });
  const url = (path: string, ticket: string) => `${origin}${path}?ticket=${ticket}`;
  return {
    origin,
    url,
    ticket: (claims = {}) => {
      const iat = Math.floor(Date.now() / 1000);
      const all: TicketClaims = {
        iss: 'i-speed-test-collector',
        jti: testId(),
        iat,
        exp: iat + 300,
        site: null,
        attributed: false,
        context: 'citizen',
        kiosk: null,
        asn: null,
        plan: 'standard',
        points: [settings.id],
        maxDownloadBytes: 50e6,
        maxUploadBytes: 50e6,
        ...claims,
      };
      return new SignJWT({ ...all })
        .setProtectedHeader({ alg: SIGNATURE_ALGORITHM, kid: collectorKey.publicJwk.kid })
        .sign(collectorKey.privateKey);
    },
    finish: async (ticket) => {
      const response = await fetch(url('/v1/finish', ticket), { method: 'POST' });
      return decodeJwt(await response.text());
    },
    close: async () => {
      await close();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
};
