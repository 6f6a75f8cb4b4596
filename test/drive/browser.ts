import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { WebSocket } from 'ws';

/**
 * A headless Chromium over a bare DevTools connection. The Network domain is never enabled: it copies every body and would cut a
 * download to a tenth (seen: 2.3 → 0.25 Gbit/s, with 20 s of long tasks that are not there without it).
 */
export interface Browser {
  readonly open: (url: string, size?: Size) => Promise<Page>;
  readonly close: () => Promise<void>;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

export interface Page {
  /** Evaluates an expression (promises awaited) and returns its JSON value; throws what the page threw. */
  readonly evaluate: <T = unknown>(expression: string) => Promise<T>;
  /** Evaluates until the answer is truthy. */
  readonly until: <T = unknown>(expression: string, timeoutMs?: number) => Promise<T>;
  /** Any DevTools command. */
  readonly send: (method: string, params?: object) => Promise<Record<string, unknown>>;
  /** A PNG of the viewport. */
  readonly screenshot: () => Promise<Buffer>;
  /** Console messages and uncaught errors of the page, in order. */
  readonly console: readonly string[];
  readonly close: () => Promise<void>;
}

const CHROMIUM_PATHS = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** Where Chromium is: CHROMIUM_PATH, or a usual place; null when there is none. */
export const findChromium = (): string | null =>
  [process.env['CHROMIUM_PATH'] ?? '', ...CHROMIUM_PATHS].find((path) => path !== '' && existsSync(path)) ?? null;

/** Nothing but the page's own traffic: without these a fresh Chromium calls its maker. */
export const QUIET_ARGUMENTS = [
  '--headless=new',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-dev-shm-usage',
  '--hide-scrollbars',
  '--mute-audio',
];

const START_TIMEOUT_MS = 30_000;

export const launchBrowser = async (extra: readonly string[] = []): Promise<Browser> => {
  const chromium = findChromium();
  if (!chromium)
    throw new Error('No Chromium found. Install it (Debian: apt-get install chromium) or set CHROMIUM_PATH.');
  const profile = mkdtempSync(join(tmpdir(), 'i-speed-test-chromium-'));
  const child = spawn(
    chromium,
    [...QUIET_ARGUMENTS, ...extra, `--user-data-dir=${profile}`, '--remote-debugging-port=0', 'about:blank'],
    { stdio: ['ignore', 'ignore', 'pipe'] },
  );
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const close = async () => {
    const killer = setTimeout(() => child.kill('SIGKILL'), 5000);
    await ended;
    clearTimeout(killer);
    // Its helper processes may still be writing for a moment.
    rmSync(profile, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
  };
  let closing: Promise<void> | null = null;
  try {
    const connection = await connect(await devToolsAddress(child));
    return {
      open: (url, size = { width: 1280, height: 900 }) => openPage(connection, url, size),
      close: () =>
        (closing ??= connection
          .send('Browser.close')
          .catch(() => undefined)
          .then(close)),
    };
  } catch (error) {
    child.kill('SIGTERM');
    await close();
    throw error;
  }
};

const devToolsAddress = (child: ChildProcess): Promise<string> =>
  new Promise((resolve, reject) => {
    let text = '';
    const giveUp = setTimeout(() => reject(new Error(`Chromium did not start: ${text}`)), START_TIMEOUT_MS);
    child.stderr!.on('data', (chunk: Buffer) => {
      text = (text + chunk.toString()).slice(-4000);
      const address = /DevTools listening on (ws:\S+)/.exec(text)?.[1];
      if (!address) return;
      clearTimeout(giveUp);
      resolve(address);
    });
    child.once('exit', () => reject(new Error(`Chromium ended at once: ${text}`)));
  });

type Message = {
  id?: number;
  method?: string;
  sessionId?: string;
  params?: Record<string, unknown>;
  result?: Record<string, unknown>;
  error?: { message: string };
};

interface Connection {
  readonly send: (method: string, params?: object, sessionId?: string) => Promise<Record<string, unknown>>;
  readonly on: (listener: (message: Message) => void) => void;
}

const connect = async (address: string): Promise<Connection> => {
  const socket = new WebSocket(address, { perMessageDeflate: false, maxPayload: 256 * 1024 * 1024 });
  await new Promise<void>((resolve, reject) => socket.once('open', resolve).once('error', reject));
  const waiting = new Map<
    number,
    { resolve: (value: Record<string, unknown>) => void; reject: (error: Error) => void }
  >();
  const listeners: ((message: Message) => void)[] = [];
  let serial = 0;
  socket.on('message', (data: Buffer) => {
    const message = JSON.parse(data.toString()) as Message;
    const call = message.id === undefined ? undefined : waiting.get(message.id);
    if (!call) return listeners.forEach((listen) => listen(message));
    waiting.delete(message.id!);
    if (message.error) call.reject(new Error(message.error.message));
    else call.resolve(message.result ?? {});
  });
  socket.on('close', () => {
    for (const { reject } of waiting.values()) reject(new Error('The browser went away.'));
    waiting.clear();
  });
  return {
    send: (method, params = {}, sessionId) =>
      new Promise((resolve, reject) => {
        const id = ++serial;
        waiting.set(id, { resolve, reject });
        socket.send(JSON.stringify({ id, method, params, ...(sessionId ? { sessionId } : {}) }));
      }),
    on: (listener) => listeners.push(listener),
  };
};

const openPage = async (connection: Connection, url: string, size: Size): Promise<Page> => {
  const { targetId } = await connection.send('Target.createTarget', { url: 'about:blank' });
  const { sessionId } = await connection.send('Target.attachToTarget', { targetId, flatten: true });
  const console: string[] = [];
  const send = (method: string, params?: object) => connection.send(method, params, sessionId as string);
  connection.on((message) => {
    if (message.sessionId !== sessionId) return;
    if (message.method === 'Runtime.consoleAPICalled') console.push(JSON.stringify(message.params!['args']));
    if (message.method === 'Runtime.exceptionThrown') console.push(JSON.stringify(message.params!['exceptionDetails']));
    if (message.method === 'Log.entryAdded') console.push((message.params!['entry'] as { text: string }).text);
  });
  await Promise.all([send('Runtime.enable'), send('Log.enable'), send('Page.enable')]);
  await send('Emulation.setDeviceMetricsOverride', { ...size, deviceScaleFactor: 1, mobile: false });
  await send('Page.navigate', { url });
  const evaluate = async <T>(expression: string): Promise<T> => {
    const { result, exceptionDetails } = await send('Runtime.evaluate', {
      expression,
      awaitPromise: true,
      returnByValue: true,
    });
    if (exceptionDetails) {
      const { exception, text } = exceptionDetails as { exception?: { description?: string }; text: string };
      throw new Error(exception?.description ?? text);
    }
    return (result as { value: T }).value;
  };
  const until = async <T>(expression: string, timeoutMs = 30_000): Promise<T> => {
    for (const deadline = Date.now() + timeoutMs; ;) {
      const value = await evaluate<T>(expression).catch(() => null); // the page may be navigating
      if (value) return value;
      if (Date.now() > deadline) throw new Error(`Not within ${timeoutMs} ms: ${expression}`);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  };
  await until(`location.href !== 'about:blank' && document.readyState === 'complete'`);
  return {
    evaluate,
    until,
    send,
    console,
    screenshot: async () =>
      Buffer.from((await send('Page.captureScreenshot', { format: 'png' }))['data'] as string, 'base64'),
    close: () => connection.send('Target.closeTarget', { targetId }).then(() => undefined),
  };
};
