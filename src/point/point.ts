import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import { isIPv6 } from 'node:net';
import type { Duplex } from 'node:stream';
import type { JWTVerifyGetKey } from 'jose';
import type { SigningKey } from '../node/keys.ts';
import { HEADERS_TIMEOUT_MS, listen, originOf, SLOW_CLIENT_CHECK_MS } from '../node/listen.ts';
import { log } from '../node/log.ts';
import { openNetworks } from '../node/networks.ts';
import type { Service } from '../node/run-main.ts';
import { POINT_PATHS } from '../protocol/endpoints.ts';
import type { IpFamily, PointInfo } from '../protocol/point.ts';
import { ENGINE_VERSION } from '../protocol/result.ts';
import { Admission } from './admission.ts';
import { serveControlSocket, serveControlStream } from './control.ts';
import { loadDatagramPeers } from './datagram-peers.ts';
import { serveDatagrams } from './datagrams.ts';
import { serveDownload } from './download.ts';
import { serveFinish } from './finish.ts';
import { COMMON_HEADERS, PREFLIGHT_HEADERS } from './headers.ts';
import { startHeartbeat } from './heartbeat.ts';
import { isRefusal, MAX_CONTROLS, MAX_STREAMS, type Refusal, refuse } from './refusal.ts';
import type { Session, Visitor } from './session.ts';
import type { PointSettings } from './settings.ts';
import { serveUpload } from './upload.ts';

/** A connection kept open between requests: longer than any pause of a test. */
const KEEP_ALIVE_MS = 20_000;

export interface PointParts {
  readonly settings: PointSettings;
  readonly key: SigningKey;
  readonly collectorKeys: JWTVerifyGetKey;
}

/** Starts a measurement point: HTTP/1.1 only, because one HTTP/2 connection would fold every stream into one TCP flow. */
export const startPoint = async ({ settings, key, collectorKeys }: PointParts): Promise<Service> => {
  const admission = new Admission({
    pointId: settings.id,
    keys: collectorKeys,
    maxTests: settings.maxTests,
    now: () => performance.now(),
  });
  const networks = await openNetworks(settings.networksFile);
  const issuer = { pointId: settings.id, scope: settings.scope, key, wallClock: () => Date.now() };

  const visitorOf = (request: IncomingMessage): Visitor => ({
    ipFamily: familyOf(request),
    operator: networks.find(request.socket.remoteAddress ?? ''),
  });
  const peers = await loadDatagramPeers(settings);
  if (peers === null) log('info', 'loss is not measured here: the optional package node-datachannel is missing');

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const address = parseTarget(request);
    if (!address) return refuse(response, BAD_TARGET);
    const { pathname, searchParams } = address;
    const route = `${request.method} ${pathname}`;
    // Only uploads and offers have a body that is read; any other one goes with its connection.
    if (hasBody(request) && pathname !== POINT_PATHS.upload && pathname !== POINT_PATHS.datagrams)
      response.setHeader('connection', 'close');
    if (request.method === 'OPTIONS') return answerEmpty(response, PREFLIGHT_HEADERS);
    if (route === `GET ${POINT_PATHS.ping}`) return answerEmpty(response, COMMON_HEADERS);
    if (route === `GET ${POINT_PATHS.info}`) return answerInfo(response, settings.id, familyOf(request));
    const serve = TICKETED[route];
    if (!serve)
      return refuse(response, {
        status: 404,
        title: 'Not found',
        detail: `${route} is not an endpoint of a measurement point.`,
      });
    const session = await admission.admit(searchParams.get('ticket'), visitorOf(request));
    if (request.socket.destroyed) return; // gone while its ticket was looked at
    if (isRefusal(session)) return refuse(response, session);
    return serve(request, response, session);
  };

  const TICKETED: Readonly<
    Record<string, (request: IncomingMessage, response: ServerResponse, session: Session) => void | Promise<void>>
  > = {
    [`GET ${POINT_PATHS.download}`]: serveDownload,
    [`POST ${POINT_PATHS.upload}`]: serveUpload,
    [`GET ${POINT_PATHS.control}`]: serveControlStream,
    [`POST ${POINT_PATHS.datagrams}`]: (request, response, session) =>
      serveDatagrams(request, response, session, peers),
    [`POST ${POINT_PATHS.finish}`]: (_request, response, session) => serveFinish(response, session, issuer),
  };

  const upgrade = async (request: IncomingMessage, socket: Duplex, head: Buffer): Promise<void> => {
    socket.on('error', () => undefined);
    const address = parseTarget(request);
    const session =
      address?.pathname === POINT_PATHS.control
        ? await admission.admit(address.searchParams.get('ticket'), visitorOf(request))
        : null;
    if (
      session === null ||
      isRefusal(session) ||
      session.closed ||
      session.connections >= MAX_STREAMS * 2 + MAX_CONTROLS
    )
      return void socket.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\nContent-Length: 0\r\n\r\n', () =>
        socket.destroy(),
      );
    serveControlSocket(request, socket, head, session);
  };

  const guard = (work: Promise<void>, abandon: () => void) => {
    work.catch((error: unknown) => {
      log('error', 'a request failed', { error: String(error) });
      abandon();
    });
  };
  const make = (): Server => {
    const server = createAnyServer(settings, (request, response) => {
      response.on('error', () => undefined); // a browser that hangs up is how every direction ends
      guard(answer(request, response), () => response.destroy());
    });
    server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) =>
      guard(upgrade(request, socket, head), () => socket.destroy()),
    );
    server.headersTimeout = HEADERS_TIMEOUT_MS;
    server.keepAliveTimeout = KEEP_ALIVE_MS;
    return server;
  };

  const { port, close } = await listen(make, settings);
  const stopHeartbeat = startHeartbeat({ settings, key, openTests: () => admission.openTests });
  return {
    origin: originOf(settings.host, port, settings.tls ? 'https' : 'http'),
    close: () => {
      stopHeartbeat();
      admission.close();
      return close();
    },
  };
};

const createAnyServer = (
  { tls }: PointSettings,
  handle: (request: IncomingMessage, response: ServerResponse) => void,
): Server => {
  const options = { noDelay: true, requestTimeout: 0, connectionsCheckingInterval: SLOW_CLIENT_CHECK_MS };
  if (!tls) return createServer(options, handle);
  const files = { cert: readFileSync(tls.certFile), key: readFileSync(tls.keyFile), ALPNProtocols: ['http/1.1'] };
  return createTlsServer({ ...options, ...files }, handle);
};

const answerEmpty = (response: ServerResponse, headers: Readonly<Record<string, string>>): void => {
  response.writeHead(204, headers).end();
};

const answerInfo = (response: ServerResponse, id: string, ipFamily: IpFamily): void => {
  const info: PointInfo = { id, version: ENGINE_VERSION, ipFamily };
  response.writeHead(200, { ...COMMON_HEADERS, 'content-type': 'application/json' });
  response.end(JSON.stringify(info));
};

const BAD_TARGET: Refusal = { status: 400, title: 'Bad request', detail: 'The address of the request is not one.' };

const parseTarget = ({ url }: IncomingMessage): URL | null => {
  try {
    return new URL(url ?? '/', 'http://point');
  } catch {
    return null;
  }
};

const hasBody = ({ headers }: IncomingMessage): boolean =>
  headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;

/** Dual-stack sockets show IPv4 as ::ffff:a.b.c.d. */
const familyOf = ({ socket }: IncomingMessage): IpFamily => {
  const address = socket.remoteAddress ?? '';
  return isIPv6(address) && !address.startsWith('::ffff:') ? 6 : 4;
};
