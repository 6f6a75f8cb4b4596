import { readFileSync } from 'node:fs';
import type { Server as HttpServer } from 'node:http';
import { connect } from 'node:net';
import { createServer } from 'node:tls';
import { listen } from '../../src/node/listen.ts';

/** PEM. */
export interface TlsFiles {
  readonly certFile: string;
  readonly keyFile: string;
}

/** TLS in front of a server on loopback that has none: what comes is passed on byte for byte, WebSocket too. */
export const tlsFront = (
  port: number,
  { certFile, keyFile }: TlsFiles,
): Promise<{ readonly port: number; readonly close: () => Promise<void> }> => {
  const secrets = { cert: readFileSync(certFile), key: readFileSync(keyFile) };
  const make = () =>
    createServer(secrets, (near) => {
      const far = connect({ host: '127.0.0.1', port });
      near.pipe(far).pipe(near);
      for (const [one, other] of [
        [near, far],
        [far, near],
      ] as const)
        one.on('error', () => other.destroy()).on('close', () => other.destroy());
    }) as unknown as HttpServer;
  return listen(make, { host: '127.0.0.1', port: 0 });
};
