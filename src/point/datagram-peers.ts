import { isIP } from 'node:net';
import { MAX_DATAGRAM_BYTES } from './datagram-counter.ts';
import type { PointSettings } from './settings.ts';

/** An answer is made of local facts alone, in about 2 ms; what takes longer never comes. */
const ANSWER_TIMEOUT_MS = 2000;

/** What is used of the package, in this file's own words: it is optional, and the point is built and runs without it. */
interface Library {
  readonly PeerConnection: new (
    name: string,
    options: {
      readonly iceServers: readonly [];
      readonly maxMessageSize: number;
      readonly bindAddress?: string;
      readonly enableIceUdpMux?: boolean;
      readonly portRangeBegin?: number;
      readonly portRangeEnd?: number;
    },
  ) => Connection;
}
interface Connection {
  readonly setRemoteDescription: (sdp: string, type: 'offer') => void;
  readonly localDescription: () => { readonly sdp: string } | null;
  readonly onGatheringStateChange: (tell: (state: string) => void) => void;
  readonly onStateChange: (tell: (state: string) => void) => void;
  readonly onDataChannel: (tell: (channel: Channel) => void) => void;
  readonly close: () => void;
}
interface Channel {
  readonly onMessage: (tell: (message: string | Buffer | ArrayBuffer) => void) => void;
  readonly sendMessageBinary: (datagram: Uint8Array) => boolean;
}

const PACKAGE: string = 'node-datachannel';

export interface PeerOptions {
  /** The address of this machine that the browser reached over HTTP: the one it can reach. */
  readonly address: string;
  /** Whether the datagram is to be sent back. */
  readonly onDatagram: (datagram: Buffer) => boolean;
  readonly onEnd: () => void;
}

/** The point's ends of data channels. No STUN and no TURN server is ever asked: the browser finds the point at the address it has. */
export interface DatagramPeers {
  /** An offer's answer. Rejects where the offer is none. */
  readonly connect: (
    offer: string,
    options: PeerOptions,
  ) => Promise<{ readonly answer: string; readonly close: () => void }>;
}

/** Null where the optional package, or its binary for this machine, is not there. */
export const loadDatagramPeers = async ({
  host,
  udpPort,
}: Pick<PointSettings, 'host' | 'udpPort'>): Promise<DatagramPeers | null> => {
  let library: Library;
  try {
    library = (await import(PACKAGE)) as Library;
  } catch {
    return null;
  }
  const open = new Set<Connection | Channel>(); // what nothing refers to is collected, and its callbacks with it
  // One port for all is one socket for all addresses; else each peer has a socket of its own.
  const portOptions = (address: string) =>
    udpPort === 0
      ? { bindAddress: address }
      : {
          enableIceUdpMux: true,
          portRangeBegin: udpPort,
          portRangeEnd: udpPort,
          ...(isIP(host) ? { bindAddress: host } : {}),
        };
  return {
    connect: async (offer, { address, onDatagram, onEnd }) => {
      const connection = new library.PeerConnection('point', {
        iceServers: [],
        maxMessageSize: MAX_DATAGRAM_BYTES,
        ...portOptions(address),
      });
      const mine: (Connection | Channel)[] = [connection];
      open.add(connection);
      const close = () => {
        if (!open.has(connection)) return;
        for (const one of mine) open.delete(one);
        connection.close();
        onEnd();
      };
      connection.onDataChannel((channel) => {
        mine.push(channel);
        open.add(channel);
        channel.onMessage((message) => {
          if (!Buffer.isBuffer(message) || !onDatagram(message)) return;
          try {
            channel.sendMessageBinary(message);
          } catch {
            // The visitor has just hung up. Thrown from a native callback, it would end the whole point.
          }
        });
      });
      connection.onStateChange((state) => {
        if (state === 'closed' || state === 'failed' || state === 'disconnected') close();
      });
      try {
        return { answer: answerAt(address, await answerTo(connection, offer)), close };
      } catch (error) {
        close();
        throw error;
      }
    },
  };
};

const answerTo = (connection: Connection, offer: string): Promise<string> =>
  new Promise((resolve, reject) => {
    const giveUp = setTimeout(() => reject(new Error('No answer to this offer.')), ANSWER_TIMEOUT_MS);
    connection.onGatheringStateChange((state) => {
      const { sdp } = connection.localDescription() ?? {};
      if (state !== 'complete' || sdp === undefined) return;
      clearTimeout(giveUp);
      resolve(sdp);
    });
    try {
      connection.setRemoteDescription(offer, 'offer');
    } catch (error) {
      clearTimeout(giveUp);
      reject(error instanceof Error ? error : new Error(String(error)));
    }
  });

/** The answer with one candidate, at `address`: no other address of this machine is anybody's business. */
export const answerAt = (address: string, sdp: string): string => {
  const lines = sdp.split('\r\n');
  const first = lines.findIndex((line) => line.startsWith('a=candidate:'));
  const [foundation, component, protocol, priority, , port] = lines[first]?.split(' ') ?? [];
  if (port === undefined) throw new Error('The answer has no candidate.');
  const candidate = [foundation, component, protocol, priority, address, port, 'typ', 'host'].join(' ');
  return lines
    .flatMap((line, i) => (i === first ? [candidate] : line.startsWith('a=candidate:') ? [] : [line]))
    .join('\r\n');
};
