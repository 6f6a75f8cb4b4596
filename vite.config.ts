import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defineConfig, type Plugin } from 'vite';
import { hashOfPart, shipped, shippedFile } from './build/shipped-file.ts';
import { quietLit } from './build/quiet-lit.ts';
import { shorterStyles, shorterTemplates } from './build/shorter.ts';
import { thirdParty } from './build/third-party.ts';
import { workerAsText } from './build/worker-as-text.ts';
import { text as english } from './src/element/later/en.ts';

const source = (path: string) => fileURLToPath(new URL(`./src/${path}`, import.meta.url));

const [ENTRY, LIT] = ['\0entry', '\0lit'];

/** For its effect alone: what a page gets from the script is the tag, not a global. */
const effectOf = (entry: string): Plugin => ({
  name: 'effect-alone',
  enforce: 'pre',
  resolveId: (_, importer) => (importer === undefined ? ENTRY : null),
  load: (id) => (id === ENTRY ? `import '${source(entry)}';` : null),
});

/** The published element fetches its parts as pinned scripts. */
const publishedModules: Plugin = {
  name: 'published-modules',
  enforce: 'pre',
  resolveId: (id) => (id.endsWith('/import-part.ts') ? source('element/import-part.inline.ts') : null),
};

/** `languages/en.json`: what somebody translates who adds a language, and names in the attribute `strings`. */
const languageFile: Plugin = {
  name: 'language-file',
  writeBundle() {
    mkdirSync(shipped('languages'), { recursive: true });
    writeFileSync(shipped('languages/en.json'), `${JSON.stringify(english, null, 2)}\n`);
  },
};

/** A part is a script that hands its module over to the element which asked for it, and borrows that one's Lit. */
const handOver = (name: string): Plugin => ({
  name: 'hand-over',
  enforce: 'pre',
  resolveId: (id, importer) => (importer === undefined ? ENTRY : id === 'lit' ? LIT : null),
  load: (id) =>
    ({
      [ENTRY]: `import * as part from '${source(`element/later/${name}.ts`)}';
        document.currentScript.dispatchEvent(new CustomEvent('i-speed-test-part', { detail: part }));`,
      [LIT]: 'export const { html, nothing, svg } = document.currentScript.lit;',
    })[id] ?? null,
});

/** `embed.html`: the page for iframes. The collector serves it, with the headers that say who may frame it. */
const embedPage: Plugin = {
  name: 'embed-page',
  writeBundle: () => copyFileSync(source('embed/embed.html'), shipped('embed.html')),
};

/** What is fetched only when it is needed; see `src/element/later/parts.ts`. */
const PARTS = ['vi', 'en', 'run', 'share', 'history', 'questions', 'banner', 'kiosk', 'blocked'];

const hashesOfParts = () => Object.fromEntries(PARTS.map((name) => [name, hashOfPart(name)]));

/** The other files, with where each begins; `vite` alone serves the sources. */
const ELEMENT = ['i-speed-test.min.js', 'define.ts'] as const;
const FILES: Readonly<Record<string, readonly [file: string, entry: string]>> = {
  worker: ['engine-worker.js', 'engine/worker.ts'],
  embed: ['embed.js', 'embed/embed.ts'],
  element: ELEMENT,
  statistics: ['i-speed-statistics.min.js', 'statistics.ts'],
  development: ELEMENT,
};

/**
 * `vite build --mode NAME` makes one file:
 * - `worker`: `engine-worker.js`, for pages whose CSP says `worker-src 'self'`; built first, the element carries it as text;
 * - a part: `later/NAME-….js`; built second, the element carries its hash, and the hash its name;
 * - `embed`: `embed.js` and `embed.html`, the page for iframes;
 * - `element`: `i-speed-test.min.js`, what a portal embeds;
 * - `statistics`: `i-speed-statistics.min.js`, the second element.
 * Every script gets a name that is never given to other bytes; see `build/shipped-file.ts`.
 * `vite` alone serves the sources for development.
 */
export default defineConfig(({ mode }) => {
  const isPart = PARTS.includes(mode);
  const [file, entry] = isPart ? [`later/${mode}.js`, `element/later/${mode}.ts`] : FILES[mode]!;
  return {
    plugins: [
      mode === 'en' && languageFile,
      mode === 'embed' && embedPage,
      isPart && handOver(mode),
      (mode === 'element' || mode === 'statistics') && effectOf(entry),
      mode === 'element' && [publishedModules, workerAsText],
      quietLit,
      shorterStyles,
      shorterTemplates,
      thirdParty(shipped('')),
      shippedFile(file),
    ],
    define: mode === 'element' ? { PART_HASHES: JSON.stringify(hashesOfParts()) } : {},
    server: { open: '/demo/' },
    build: {
      target: 'es2022',
      minify: 'terser', // 4 % smaller than esbuild's, on a file that every visitor of a portal loads
      terserOptions: { ecma: 2020, compress: { passes: 2 } },
      outDir: 'dist',
      emptyOutDir: false,
      copyPublicDir: false,
      rollupOptions: { treeshake: { propertyReadSideEffects: false } },
      lib: { entry: source(entry), formats: ['iife'], name: 'ISpeedTest', fileName: () => file },
    },
  };
});
