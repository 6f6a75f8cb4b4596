import { html, nothing, svg } from 'lit';
import type { PartName, Parts } from './later/parts.ts';
import { tagOfHash } from './tag-of-hash.ts';
import { trustedScriptUrl } from './trusted-script-url.ts';

/** SHA-256 of each part, filled in by the build: what pins this script pins its parts, and it never meets those of another version. */
declare const PART_HASHES: Readonly<Record<PartName, string>>;

/** A part's script hands itself over by this event; it finds Lit's tags in the element's property `lit`. */
const HANDED_OVER = 'i-speed-test-part';

/** Parts lie beside this script. Modules do not know their element; then the page's own tag tells, by either name of the script. */
const own =
  (document.currentScript as HTMLScriptElement | null) ??
  [...document.scripts].find(({ src }) => /i-speed-test[^/]*\.min\.js/.test(src));
const base = own?.src || document.baseURI;

/** The same as `import-part.ts` for the published script: a script element, because an `import()` cannot be pinned by a hash. */
export const importPart = <Name extends PartName>(name: Name): Promise<Parts[Name]> =>
  new Promise((resolve, reject) => {
    const script = document.createElement('script');
    const hash = PART_HASHES[name];
    script.src = trustedScriptUrl(new URL(`later/${name}-${tagOfHash(hash)}.js`, base).href);
    script.integrity = `sha256-${hash}`;
    script.crossOrigin = 'anonymous';
    Object.assign(script, { lit: { html, nothing, svg } });
    script.addEventListener(HANDED_OVER, (event) => resolve((event as CustomEvent<Parts[Name]>).detail));
    script.onload = script.onerror = () => {
      script.remove();
      reject(new Error(script.src)); // no effect where it has handed itself over
    };
    document.head.append(script);
  });
