import { WebSocket } from 'ws';

export interface SocketMessage {
  readonly id?: number;
  readonly method?: string;
  readonly sessionId?: string;
  readonly params?: Readonly<Record<string, unknown>>;
}

interface Answer extends SocketMessage {
  readonly result?: Record<string, unknown>;
  /** DevTools puts the sentence inside, WebDriver BiDi beside. */
  readonly error?: string | { readonly message: string };
  readonly message?: string;
}

export interface JsonSocket {
  readonly send: (method: string, params?: object, sessionId?: string) => Promise<Record<string, unknown>>;
  /** Messages that answer no command. */
  readonly on: (listener: (message: SocketMessage) => void) => void;
}

/** Commands and events as JSON over a WebSocket: the form of DevTools and of WebDriver BiDi. */
export const openJsonSocket = async (address: string): Promise<JsonSocket> => {
  const socket = new WebSocket(address, { perMessageDeflate: false, maxPayload: 256 * 1024 * 1024 });
  await new Promise<void>((resolve, reject) => socket.once('open', resolve).once('error', reject));
  const waiting = new Map<
    number,
    { resolve: (value: Record<string, unknown>) => void; reject: (error: Error) => void }
  >();
  const listeners: ((message: SocketMessage) => void)[] = [];
  let serial = 0;
  socket.on('message', (data: Buffer) => {
    const answer = JSON.parse(data.toString()) as Answer;
    const call = answer.id === undefined ? undefined : waiting.get(answer.id);
    if (!call) return listeners.forEach((listen) => listen(answer));
    waiting.delete(answer.id!);
    const { error } = answer;
    if (error) call.reject(new Error(typeof error === 'string' ? `${error}: ${answer.message ?? ''}` : error.message));
    else call.resolve(answer.result ?? {});
  });
  socket.on('close', () => {
    for (const { reject } of waiting.values()) reject(new Error('The browser went away.'));
    waiting.clear();
  });
  return {
    send: (method, params = {}, sessionId) =>
      new Promise((resolve, reject) => {
        if (socket.readyState !== WebSocket.OPEN) return reject(new Error('The browser went away.'));
        const id = ++serial;
        waiting.set(id, { resolve, reject });
        socket.send(JSON.stringify({ id, method, params, ...(sessionId ? { sessionId } : {}) }));
      }),
    on: (listener) => listeners.push(listener),
  };
};
