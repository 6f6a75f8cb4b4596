import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { listen } from '../../src/node/listen.ts';
import { requireBrowser } from './find-browser.ts';
import { clickActions, type InputActions, keyActions } from './input-actions.ts';
import { type Browser, DEFAULT_SIZE, untilIn, type WebDriverPage } from './page.ts';
import { spawnScreen } from './virtual-screen.ts';
import { type Send, webDriver } from './web-driver.ts';

const START_TIMEOUT_MS = 15_000;

/**
 * WebKitGTK's MiniBrowser over WebDriver. It has one window, so a page that is opened takes the place of the one before. Its own
 * resolver takes every name below `localhost` for this machine; others it would look up.
 */
export const launchWebKit = async (): Promise<Browser<WebDriverPage>> => {
  const driverPath = requireBrowser('webkit');
  const children: ChildProcess[] = [];
  const end = async () => {
    for (const child of children.reverse()) await ended(child);
  };
  try {
    const screen = spawnScreen();
    children.push(screen.process);
    const display = await screen.display();
    const port = await freePort();
    const driver = spawn(driverPath, [`--port=${port}`], {
      stdio: 'ignore',
      env: { ...process.env, DISPLAY: display, GDK_BACKEND: 'x11' },
    });
    children.push(driver);
    const send = await newSession(`http://127.0.0.1:${port}`);
    let closing: Promise<void> | null = null;
    return {
      open: async (url, size = DEFAULT_SIZE) => {
        await send('POST', '/window/rect', { ...size, x: 0, y: 0 });
        await send('POST', '/url', { url });
        return pageOf(send);
      },
      close: () =>
        (closing ??= send('DELETE', '')
          .catch(() => undefined)
          .then(end)),
    };
  } catch (error) {
    await end();
    throw error;
  }
};

const newSession = async (driver: string): Promise<Send> => {
  for (const deadline = Date.now() + START_TIMEOUT_MS; ;) {
    try {
      return await webDriver(driver, {});
    } catch (error) {
      if (Date.now() > deadline || !(error instanceof TypeError)) throw error; // a TypeError: it does not listen yet
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
};

const pageOf = (send: Send): WebDriverPage => {
  const evaluate = async <T>(expression: string): Promise<T> => {
    const script = `return (async () => JSON.stringify(await (${expression})))()`;
    const text = (await send('POST', '/execute/sync', { script, args: [] })) as string | null;
    return (text === null ? undefined : JSON.parse(text)) as T;
  };
  const perform = async (actions: InputActions) => {
    await send('POST', '/actions', { actions });
  };
  return {
    evaluate,
    until: untilIn(evaluate),
    click: (place) => perform(clickActions(place)),
    press: (key) => perform(keyActions(key)),
    reload: async () => {
      await send('POST', '/refresh', {});
    },
    close: async () => {
      await send('POST', '/url', { url: 'about:blank' });
    },
  };
};

/** The driver takes no port 0. */
const freePort = async (): Promise<number> => {
  const { port, close } = await listen(() => createServer(), { host: '127.0.0.1', port: 0 });
  await close();
  return port;
};

const ended = async (child: ChildProcess): Promise<void> => {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  const exit = once(child, 'exit');
  child.kill('SIGTERM');
  await exit;
};
