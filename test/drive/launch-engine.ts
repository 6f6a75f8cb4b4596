import { launchBrowser } from './browser.ts';
import type { Engine } from './find-browser.ts';
import { launchFirefox } from './firefox.ts';
import type { Browser } from './page.ts';
import { launchWebKit } from './webkit.ts';

/** Chromium argument that makes every `*.test` name mean this machine, and every other name nothing at all. */
const TEST_NAMES = '--host-resolver-rules=MAP *.test 127.0.0.1, MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost';

/**
 * The domain below which an engine finds every name on this machine. WebKit can be told of no other; pages below `localhost` are
 * secure contexts, those below `test` are not, as on a portal without TLS.
 */
export const testDomainOf = (engine: Engine): 'test' | 'localhost' => (engine === 'webkit' ? 'localhost' : 'test');

/** A browser that finds this machine under every name of its {@link testDomainOf}. */
export const launchEngine = async (
  engine: Engine,
  { chromiumArguments = [] }: { readonly chromiumArguments?: readonly string[] } = {},
): Promise<Browser> => {
  switch (engine) {
    case 'chromium':
      return launchBrowser([TEST_NAMES, ...chromiumArguments]);
    case 'firefox':
      return launchFirefox();
    case 'webkit':
      return launchWebKit();
  }
};
