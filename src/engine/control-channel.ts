import { parseControlMessage } from '../protocol/control.ts';
import { POINT_PATHS, pointUrl } from '../protocol/endpoints.ts';
import type { Point } from '../protocol/point.ts';
import type { ByteSample } from '../protocol/receipt.ts';
import { type Bytes, type Millis, tenthsOf } from '../protocol/units.ts';
import { REQUEST } from './request.ts';
import { refusedBy, RunFailure } from './run-failure.ts';
import { timedGet } from './timed-get.ts';

/** WebSocket is given this long to open before HTTP takes its place. */
const OPEN_TIMEOUT_MS: Millis = 3000;

/** A ping without an answer by then is not a sample any more. */
const PING_TIMEOUT_MS: Millis = 5000;

/** The connection beside the payload: latency, and the point's own count of what it receives. */
export interface ControlChannel {
  readonly kind: 'websocket' | 'http';
  /** One round trip in milliseconds; null when its answer did not come. */
  readonly ping: () => Promise<Millis | null>;
  /** Calls back with every reading of the point's upload counter (by the point's clock) until the answer is called. */
  readonly listen: (listener: Listener) => () => void;
  readonly close: () => void;
}

type Listener = (reading: ByteSample) => void;

const createListeners = () => {
  const listeners = new Set<Listener>();
  return {
    listen: (listener: Listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    tell: ([at, bytes]: readonly [Millis, Bytes]) => listeners.forEach((listener) => listener({ at, bytes })),
  };
};

/** Opens the channel as a WebSocket, or over plain HTTP where that is blocked. Throws a RunFailure when neither is let in. */
export const openControl = async (point: Point, ticket: string): Promise<ControlChannel> =>
  (await openSocket(pointUrl(point.url, POINT_PATHS.control, ticket).replace(/^http/, 'ws'))) ??
  (await openStream(point, ticket));

const openSocket = (url: string): Promise<ControlChannel | null> =>
  new Promise((resolve) => {
    let socket: WebSocket;
    try {
      socket = new WebSocket(url);
    } catch {
      return resolve(null); // a page's CSP may refuse it outright
    }
    const { listen, tell } = createListeners();
    const pending = new Map<number, (answeredAt: Millis | null) => void>();
    let serial = 0;
    const channel: ControlChannel = {
      kind: 'websocket',
      ping: () => {
        if (socket.readyState !== WebSocket.OPEN) return Promise.resolve(null);
        const id = ++serial;
        const answered = new Promise<Millis | null>((settle) => pending.set(id, settle));
        const sentAt = performance.now();
        socket.send(JSON.stringify({ ping: id }));
        const giveUp = setTimeout(() => pending.get(id)?.(null), PING_TIMEOUT_MS);
        return answered.then((at) => {
          clearTimeout(giveUp);
          pending.delete(id);
          return at === null ? null : tenthsOf(at - sentAt);
        });
      },
      listen,
      close: () => socket.close(),
    };
    // A socket that a policy blocks says so by `error`, by `close`, by both or not at all, depending on the browser.
    const refuse = () => {
      clearTimeout(giveUp);
      resolve(null); // without effect once it was open
      for (const settle of pending.values()) settle(null);
    };
    const giveUp = setTimeout(() => {
      refuse();
      socket.close();
    }, OPEN_TIMEOUT_MS);
    socket.onopen = () => {
      clearTimeout(giveUp);
      resolve(channel);
    };
    socket.onerror = refuse;
    socket.onclose = refuse;
    socket.onmessage = ({ data }) => {
      const at = performance.now();
      const message = parseControlMessage(String(data));
      if (message === null) return;
      if ('pong' in message) pending.get(message.pong)?.(at);
      else tell(message.received);
    };
  });

const openStream = async (point: Point, ticket: string): Promise<ControlChannel> => {
  const abort = new AbortController();
  // Something on the way may swallow a streamed answer whole.
  const giveUp = setTimeout(() => abort.abort(), OPEN_TIMEOUT_MS);
  const response = await fetch(pointUrl(point.url, POINT_PATHS.control, ticket), {
    ...REQUEST,
    signal: abort.signal,
  }).catch((error: unknown) => {
    throw new RunFailure('point-unreachable', `The point does not answer: ${String(error)}`);
  });
  clearTimeout(giveUp);
  if (!response.ok || !response.body) throw refusedBy(response);
  const { listen, tell } = createListeners();
  const channel: ControlChannel = {
    kind: 'http',
    ping: async () => {
      try {
        const { roundTripMs } = await timedGet(
          pointUrl(point.url, POINT_PATHS.ping),
          AbortSignal.timeout(PING_TIMEOUT_MS),
        );
        return roundTripMs;
      } catch {
        return null;
      }
    },
    listen,
    close: () => abort.abort(),
  };
  void readLines(response.body, (line) => {
    const message = parseControlMessage(line);
    if (message && 'received' in message) tell(message.received);
  });
  return channel;
};

const readLines = async (body: ReadableStream<Uint8Array>, onLine: (line: string) => void): Promise<void> => {
  const decoder = new TextDecoder();
  const reader = body.getReader();
  let rest = '';
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      const lines = (rest + decoder.decode(value, { stream: true })).split('\n');
      rest = lines.pop() ?? '';
      lines.forEach(onLine);
    }
  } catch {
    // Closed by this side, or lost together with the point: the phase that waits for readings notices.
  }
};
