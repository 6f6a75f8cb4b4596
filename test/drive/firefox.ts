import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeProfile, spawnBrowser } from './browser-process.ts';
import { requireBrowser } from './find-browser.ts';
import { clickActions, type InputActions, keyActions } from './input-actions.ts';
import { type JsonSocket, openJsonSocket } from './json-socket.ts';
import { type Browser, DEFAULT_SIZE, type Size, untilIn, type WebDriverPage } from './page.ts';

/** Every name is this machine: the tests' own names are found, and nobody else is asked anything. */
const PREFERENCES = { 'network.dns.forceResolve': '127.0.0.1' };

/** A headless Firefox over WebDriver BiDi, which it speaks by itself. The network module is never subscribed to, as in Chromium. */
export const launchFirefox = async (): Promise<Browser<WebDriverPage>> => {
  const profile = makeProfile();
  const lines = Object.entries(PREFERENCES).map(([name, value]) => `user_pref("${name}", ${JSON.stringify(value)});\n`);
  writeFileSync(join(profile, 'user.js'), lines.join(''));
  const args = ['--headless', '--no-remote', '--profile', profile, '--remote-debugging-port=0'];
  const browser = spawnBrowser(requireBrowser('firefox'), args, profile);
  let closing: Promise<void> | null = null;
  try {
    const connection = await openJsonSocket(`${await browser.says(/BiDi listening on (ws:\S+)/)}/session`);
    await connection.send('session.new', { capabilities: {} });
    return {
      open: (url, size = DEFAULT_SIZE) => openPage(connection, url, size),
      close: () =>
        (closing ??= connection
          .send('browser.close')
          .catch(() => undefined)
          .then(browser.ended)),
    };
  } catch (error) {
    browser.kill();
    await browser.ended();
    throw error;
  }
};

interface Evaluated {
  readonly result?: { readonly value?: string };
  readonly exceptionDetails?: { readonly text: string };
}

const openPage = async ({ send }: JsonSocket, url: string, viewport: Size): Promise<WebDriverPage> => {
  const { context } = await send('browsingContext.create', { type: 'tab' });
  await send('browsingContext.setViewport', { context, viewport });
  await send('browsingContext.navigate', { context, url, wait: 'complete' });
  const evaluate = async <T>(expression: string): Promise<T> => {
    // As text, because BiDi describes values in a form of its own.
    const { result, exceptionDetails } = (await send('script.evaluate', {
      expression: `(async () => JSON.stringify(await (${expression})))()`,
      target: { context },
      awaitPromise: true,
    })) as Evaluated;
    if (exceptionDetails) throw new Error(exceptionDetails.text);
    return (result?.value === undefined ? undefined : JSON.parse(result.value)) as T;
  };
  const perform = async (actions: InputActions) => {
    await send('input.performActions', { context, actions });
  };
  return {
    evaluate,
    until: untilIn(evaluate),
    click: (place) => perform(clickActions(place)),
    press: (key) => perform(keyActions(key)),
    reload: () => send('browsingContext.reload', { context, wait: 'none' }).then(() => undefined),
    close: () => send('browsingContext.close', { context }).then(() => undefined),
  };
};
