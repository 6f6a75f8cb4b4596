import { makeProfile, spawnBrowser } from './browser-process.ts';
import { requireBrowser } from './find-browser.ts';
import { type JsonSocket, openJsonSocket, type SocketMessage } from './json-socket.ts';
import { type Task, recordTasks } from './record-tasks.ts';
import { type Browser, DEFAULT_SIZE, type Page, type Size, untilIn } from './page.ts';

/** A page of Chromium can do more. */
export interface DevToolsPage extends Page {
  /** Any DevTools command. */
  readonly send: (method: string, params?: object) => Promise<Record<string, unknown>>;
  /** Hears every DevTools event of the page. */
  readonly on: (listener: (message: SocketMessage) => void) => void;
  /** A PNG of the viewport. */
  readonly screenshot: () => Promise<Buffer>;
  /** Console messages and uncaught errors of the page, in order. */
  readonly console: readonly string[];
  /** Evaluates inside the page's newest iframe of another site. */
  readonly evaluateInFrame: <T>(expression: string) => Promise<T>;
  /** Records what the main thread does until the function it gives is called. */
  readonly recordTasks: () => Promise<() => Promise<readonly Task[]>>;
}

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

/**
 * A headless Chromium over a bare DevTools connection. The Network domain is never enabled: it copies every body and would cut a
 * download to a tenth (seen: 2.3 → 0.25 Gbit/s, with 20 s of long tasks that are not there without it).
 */
export const launchBrowser = async (extra: readonly string[] = []): Promise<Browser<DevToolsPage>> => {
  const profile = makeProfile();
  const args = [...QUIET_ARGUMENTS, ...extra, `--user-data-dir=${profile}`, '--remote-debugging-port=0', 'about:blank'];
  const browser = spawnBrowser(requireBrowser('chromium'), args, profile);
  let closing: Promise<void> | null = null;
  try {
    const connection = await openJsonSocket(await browser.says(/DevTools listening on (ws:\S+)/));
    return {
      open: (url, size = DEFAULT_SIZE) => openPage(connection, url, size),
      close: () =>
        (closing ??= connection
          .send('Browser.close')
          .catch(() => undefined)
          .then(browser.ended)),
    };
  } catch (error) {
    browser.kill();
    await browser.ended();
    throw error;
  }
};

const openPage = async (connection: JsonSocket, url: string, size: Size): Promise<DevToolsPage> => {
  const { targetId } = await connection.send('Target.createTarget', { url: 'about:blank' });
  const { sessionId } = await connection.send('Target.attachToTarget', { targetId, flatten: true });
  const console: string[] = [];
  const send = (method: string, params?: object) => connection.send(method, params, sessionId as string);
  const on = (listener: (message: SocketMessage) => void) =>
    connection.on((message) => {
      if (message.sessionId === sessionId) listener(message);
    });
  on((message) => {
    if (message.method === 'Runtime.consoleAPICalled') console.push(JSON.stringify(message.params!['args']));
    if (message.method === 'Runtime.exceptionThrown') console.push(JSON.stringify(message.params!['exceptionDetails']));
    if (message.method === 'Log.entryAdded') console.push((message.params!['entry'] as { text: string }).text);
  });
  await Promise.all([send('Runtime.enable'), send('Log.enable'), send('Page.enable')]);
  await send('Emulation.setDeviceMetricsOverride', { ...size, deviceScaleFactor: 1, mobile: false });
  const frames: string[] = [];
  on(({ method, params }) => {
    const { sessionId: frame, targetInfo } = (params ?? {}) as { sessionId: string; targetInfo?: { type: string } };
    if (method === 'Target.attachedToTarget' && targetInfo?.type === 'iframe') frames.push(frame);
  });
  await send('Target.setAutoAttach', { autoAttach: true, waitForDebuggerOnStart: false, flatten: true });
  const evaluateIn = async <T>(session: string, expression: string): Promise<T> => {
    const { result, exceptionDetails } = await connection.send(
      'Runtime.evaluate',
      { expression, awaitPromise: true, returnByValue: true },
      session,
    );
    if (exceptionDetails) {
      const { exception, text } = exceptionDetails as { exception?: { description?: string }; text: string };
      throw new Error(exception?.description ?? text);
    }
    return (result as { value: T }).value;
  };
  await send('Page.navigate', { url });
  const evaluate = <T>(expression: string) => evaluateIn<T>(sessionId as string, expression);
  const until = untilIn(evaluate);
  await until(`location.href !== 'about:blank' && document.readyState === 'complete'`);
  return {
    evaluate,
    until,
    send,
    on,
    console,
    evaluateInFrame: (expression) => evaluateIn(frames.at(-1)!, expression),
    recordTasks: () => recordTasks({ send, on }),
    click: async (place) => {
      for (const type of ['mousePressed', 'mouseReleased'])
        await send('Input.dispatchMouseEvent', { type, ...place, button: 'left', clickCount: 1 });
    },
    reload: () => send('Page.reload').then(() => undefined),
    screenshot: async () =>
      Buffer.from((await send('Page.captureScreenshot', { format: 'png' }))['data'] as string, 'base64'),
    close: () => connection.send('Target.closeTarget', { targetId }).then(() => undefined),
  };
};
