import type { Server } from 'node:http';
import { isIPv6, type Socket } from 'node:net';
import { SettingError } from './environment.ts';

/** Headers of a request must be in by then; slower clients are cut. */
export const HEADERS_TIMEOUT_MS = 10_000;

/** How often a server looks for clients that are too slow. */
export const SLOW_CLIENT_CHECK_MS = 2000;

/** `http://host:port`, with the brackets an IPv6 address needs. */
export const originOf = (host: string, port: number, scheme: 'http' | 'https' = 'http'): string =>
  `${scheme}://${isIPv6(host) ? `[${host}]` : host}:${port}`;

/**
 * Listens on `host`:`port`; `localhost` means both loopback addresses, where the machine has both, because browsers try either.
 * One server per address: `make` is called for each. Port 0 takes a free one, the same for both.
 */
export const listen = async (
  make: () => Server,
  { host, port }: { readonly host: string; readonly port: number },
): Promise<{ readonly port: number; readonly servers: readonly Server[]; readonly close: () => Promise<void> }> => {
  const servers: Server[] = [];
  let bound = port;
  for (const address of host === 'localhost' ? ['127.0.0.1', '::1'] : [host]) {
    const server = make();
    trackConnections(server);
    try {
      bound = await bind(server, address, bound);
      servers.push(server);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      const noSuchFamily = code === 'EADDRNOTAVAIL' || code === 'EAFNOSUPPORT';
      if (noSuchFamily && servers.length > 0) continue; // a machine without IPv6
      await Promise.all(servers.map(closeServer));
      if (code === 'EADDRINUSE')
        throw new SettingError(`Port ${bound} on ${address} is taken. Stop what uses it or set PORT to another one.`);
      if (noSuchFamily || code === 'ENOTFOUND')
        throw new SettingError(`HOST=${host} is not an address of this machine. Set HOST to one of its addresses.`);
      throw error;
    }
  }
  return { port: bound, servers, close: () => Promise.all(servers.map(closeServer)).then(() => undefined) };
};

const bind = (server: Server, host: string, port: number): Promise<number> =>
  new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      const address = server.address();
      resolve(typeof address === 'object' && address ? address.port : port);
    });
  });

/** Every open connection of a server, upgraded ones too, which its own `closeAllConnections` leaves alone. */
const connections = new WeakMap<Server, Set<Socket>>();

const trackConnections = (server: Server): void => {
  const open = new Set<Socket>();
  connections.set(server, open);
  server.on('connection', (socket: Socket) => {
    open.add(socket);
    socket.once('close', () => open.delete(socket));
  });
};

const closeServer = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    server.close(() => resolve());
    connections.get(server)?.forEach((socket) => socket.destroy());
  });
