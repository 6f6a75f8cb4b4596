import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defineConfig, type Plugin } from 'vite';
import { text as english } from './src/element/later/en.ts';

const shipped = (path: string) => fileURLToPath(new URL(`./dist/${path}`, import.meta.url));
const source = (path: string) => fileURLToPath(new URL(`./src/${path}`, import.meta.url));

const [ENTRY, LIT] = ['\0entry', '\0lit'];

/** The published element carries its worker inside itself and fetches its parts as pinned scripts; both have a module of their own. */
const publishedModules: Plugin = {
  name: 'published-modules',
  enforce: 'pre',
  resolveId: (id, importer) => {
    if (importer === undefined) return ENTRY;
    const [, name] = /\/(spawn-worker|import-part)\.ts$/.exec(id) ?? [];
    return name ? source(`element/${name}.inline.ts`) : null;
  },
  // For its effect alone: what a page gets from the script is the tag, not a global.
  load: (id) => (id === ENTRY ? `import '${source('define.ts')}';` : null),
};

/**
 * Lit counts its copies in globals of the page, makes two for decorators, which are not used here, and looks for polyfills that no browser
 * with this element needs. A page gets none of them.
 */
const GLOBALS_OF_LIT = [
  /\(\w+\.\w+Versions\?\?=\[\]\)\.push\("[\d.]+"\)/,
  /Symbol\.metadata\?\?=Symbol\("metadata"\),\w+\.litPropertyMetadata\?\?=new WeakMap/,
  /const (\w+)=this\[Symbol\.metadata\];if\(null!==\1\)\{.*?\}(?=this\.)/,
  /\w+(\.litElementHydrateSupport)?\?\.\(\{(ReactiveElement|LitElement):\w+\}\)/g,
  /(?<=litHtmlPolyfillSupport;)\w+\?\.\(\w+,\w+\),/,
];

/** Its advice to programmers is for those who write styles, and nobody does in a shipped script. */
const ADVICE_OF_LIT = /\bError\("[^"]*"(\+\w+\+"[^"]*")?\)/g;

const quietLit: Plugin = {
  name: 'quiet-lit',
  enforce: 'pre',
  transform: (code, id) => {
    if (!/\/node_modules\/(@lit|lit-)/.test(id)) return null;
    const withoutGlobals = GLOBALS_OF_LIT.reduce((left, made) => left.replace(made, '{}'), code);
    return withoutGlobals.replace(ADVICE_OF_LIT, 'Error()');
  },
};

/** Line breaks and indentation are left in templates alone by then, where they mean no more than a blank. */
const shorterTemplates: Plugin = {
  name: 'shorter-templates',
  generateBundle: (_, bundle) => {
    for (const chunk of Object.values(bundle))
      if (chunk.type === 'chunk') chunk.code = `${chunk.code.trim().replace(/\n\s*/g, ' ')}\n`;
  },
};

/** `languages/en.json`: what somebody translates who adds a language, and names in the attribute `strings`. */
const languageFile: Plugin = {
  name: 'language-file',
  writeBundle() {
    mkdirSync(shipped('languages'), { recursive: true });
    writeFileSync(shipped('languages/en.json'), `${JSON.stringify(english, null, 2)}\n`);
  },
};

/** Styles without comments and blanks. */
const shorterStyles: Plugin = {
  name: 'shorter-styles',
  enforce: 'pre',
  transform: (code, id) =>
    id.endsWith('.styles.ts')
      ? code.replace(/css`[^`]*`/g, (styles) =>
          styles
            .replace(/\/\*.*?\*\//gs, '')
            .replace(/\s+/g, ' ')
            .replace(/ ?([{};,]) ?|(:) (?=[^{}]*;)/g, '$1$2'),
        )
      : null,
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

/** `integrity.json`: the hash a page pins each shipped script with (Subresource Integrity). */
const integrity = (file: string): Plugin => ({
  name: 'integrity',
  writeBundle() {
    const list = shipped('integrity.json');
    const known = existsSync(list) ? (JSON.parse(readFileSync(list, 'utf8')) as Record<string, string>) : {};
    // A part's hash is carried by the script: the shorter one that SRI knows.
    const algorithm = file.startsWith('later/') ? 'sha256' : 'sha384';
    const hash = createHash(algorithm)
      .update(readFileSync(shipped(file)))
      .digest('base64');
    const all = Object.entries({ ...known, [file]: `${algorithm}-${hash}` }).sort();
    writeFileSync(list, `${JSON.stringify(Object.fromEntries(all), null, 2)}\n`);
  },
});

/** What is fetched only when it is needed; see `src/element/later/parts.ts`. */
const PARTS = ['vi', 'en', 'result', 'datagrams', 'share', 'history', 'questions', 'banner', 'kiosk'];

const partIntegrity = () => {
  const known = JSON.parse(readFileSync(shipped('integrity.json'), 'utf8')) as Record<string, string>;
  return Object.fromEntries(PARTS.map((name) => [name, known[`later/${name}.js`]]));
};

/**
 * `vite build --mode NAME` makes one file:
 * - `worker`: `engine-worker.js`, for pages whose CSP says `worker-src 'self'`; built first, the element carries it as text;
 * - a part: `later/NAME.js`; built second, the element carries its hash;
 * - `element`: `i-speed-test.min.js`, what a portal embeds.
 * `vite` alone serves the sources for development.
 */
export default defineConfig(({ mode }) => {
  const isPart = PARTS.includes(mode);
  const file = isPart ? `later/${mode}.js` : mode === 'worker' ? 'engine-worker.js' : 'i-speed-test.min.js';
  const entry = source(isPart ? `element/later/${mode}.ts` : mode === 'worker' ? 'engine/worker.ts' : 'define.ts');
  return {
    plugins: [
      mode === 'en' && languageFile,
      isPart ? handOver(mode) : mode === 'element' && publishedModules,
      quietLit,
      shorterStyles,
      shorterTemplates,
      integrity(file),
    ],
    define: mode === 'element' ? { PART_INTEGRITY: JSON.stringify(partIntegrity()) } : {},
    server: { open: '/demo/' },
    build: {
      target: 'es2022',
      minify: 'terser', // 4 % smaller than esbuild's, on a file that every visitor of a portal loads
      terserOptions: { ecma: 2020, compress: { passes: 2 } },
      outDir: 'dist',
      emptyOutDir: false,
      copyPublicDir: false,
      rollupOptions: { treeshake: { propertyReadSideEffects: false } },
      lib: { entry, formats: ['iife'], name: 'ISpeedTest', fileName: () => file },
    },
  };
});
