import { html, nothing, svg } from 'lit';
import type { PartName, Parts } from './later/parts.ts';
import { trustedScriptUrl } from './trusted-script-url.ts';

/** Subresource Integrity of each part's file, filled in by the build: what pins this script pins its parts. */
declare const PART_INTEGRITY: Readonly<Record<PartName, string>>;

/** A part's script hands itself over by this event; it finds Lit's tags in the element's property `lit`. */
const HANDED_OVER = 'i-speed-test-part';

const SCRIPT = 'i-speed-test.min.js';

/** Parts lie beside this script. Modules do not know their element; then the page's own tag tells. */
const own = document.currentScript ?? document.querySelector(`script[src*="${SCRIPT}"]`);
const base = own instanceof HTMLScriptElement && own.src ? own.src : document.baseURI;

/** The same as `import-part.ts` for the published script: a script element, because an `import()` cannot be pinned by a hash. */
export const importPart = <Name extends PartName>(name: Name): Promise<Parts[Name]> =>
  new Promise((resolve, reject) => {
    const script = document.createElement('script');
    script.src = trustedScriptUrl(new URL(`later/${name}.js`, base).href);
    script.integrity = PART_INTEGRITY[name];
    script.crossOrigin = 'anonymous';
    Object.assign(script, { lit: { html, nothing, svg } });
    script.addEventListener(HANDED_OVER, (event) => resolve((event as CustomEvent<Parts[Name]>).detail));
    const failed = () => reject(new Error(`${script.src} could not be loaded.`));
    script.addEventListener('error', failed);
    script.addEventListener('load', () => {
      script.remove();
      failed(); // no effect where it has handed itself over
    });
    document.head.append(script);
  });
