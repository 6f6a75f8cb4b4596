// `npm run build:npm`: what is published, as a folder that is ready for `npm publish`: dist/package, or the folder that is named.
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { format, resolveConfig } from 'prettier';
import ts from 'typescript';
import { build } from 'vite';
import { plainTypes } from './plain-types.ts';
import { readIntegrity, shipped } from './shipped-file.ts';
import { shorterStyles } from './shorter.ts';
import { NOTICES, thirdParty } from './third-party.ts';
import { workerAsText } from './worker-as-text.ts';

const project = join(import.meta.dirname, '..');
const target = resolve(process.argv[2] ?? shipped('package'));

/** One module each for whoever imports it. */
const ENTRIES = ['index', 'define', 'react', 'statistics'] as const;

/** What portals load is in the package too, for pages that serve it from there. */
const SCRIPTS = ['i-speed-test.min.js', 'i-speed-statistics.min.js', 'engine-worker.js', 'later', 'languages'];

/** Where the manifest's modules are in the package. */
const MODULES = {
  'src/element/i-speed-test-element.ts': 'esm/index.js',
  'src/statistics-element/i-speed-statistics-element.ts': 'esm/statistics.js',
} as const;

const writeJson = (name: string, value: unknown): void =>
  writeFileSync(join(target, name), `${JSON.stringify(value, null, 2)}\n`);

/** Frameworks that render on a server have to be told which module needs a browser. */
const clientOnly = ({ name }: { readonly name: string }) => (name === 'react' ? `'use client';` : '');

const buildModules = () =>
  build({
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    plugins: [workerAsText, shorterStyles, thirdParty(target, 'esm/')],
    build: {
      outDir: join(target, 'esm'),
      emptyOutDir: false,
      target: 'es2022',
      minify: false, // whoever bundles it does that
      lib: {
        entry: Object.fromEntries(ENTRIES.map((name) => [name, join(project, `src/${name}.ts`)])),
        formats: ['es'],
      },
      rollupOptions: {
        treeshake: { propertyReadSideEffects: false }, // else the library of the schemas stays, which nothing here uses
        external: ['lit', 'react'],
        output: { entryFileNames: '[name].js', chunkFileNames: 'parts/[name].js', banner: clientOnly },
      },
    },
  });

const writeTypes = async (): Promise<void> => {
  const host = { ...ts.sys, onUnRecoverableConfigFileDiagnostic: () => undefined };
  const { fileNames, options } = ts.getParsedCommandLineOfConfigFile(join(project, 'src/tsconfig.json'), {}, host)!;
  const program = ts.createProgram(fileNames, { ...options, composite: false, incremental: false });
  const style = await resolveConfig(join(project, 'src/index.ts'));
  const write = async (name: string, text: string) =>
    writeFileSync(join(target, 'esm', `${name}.d.ts`), await format(text, { ...style, parser: 'typescript' }));
  for (const name of ['index', 'statistics'] as const)
    await write(name, plainTypes(program, join(project, `src/${name}.ts`)));
  for (const name of ['define', 'react'] as const) {
    const emitted: string[] = [];
    const keep = (_: string, text: string) => void emitted.push(text);
    program.emit(program.getSourceFile(join(project, `src/${name}.ts`)), keep, undefined, true);
    await write(name, emitted.join('').replace(/(from '\.\/\w+)\.ts'/g, "$1.js'"));
  }
};

/** The project's own package.json is for those who work on it; this one is for those who use it. */
const writeManifest = (): void => {
  const own = JSON.parse(readFileSync(join(project, 'package.json'), 'utf8')) as {
    readonly [field: string]: unknown;
    readonly dependencies: Readonly<Record<string, string>>;
  };
  const { name, version, description, license, dependencies } = own;
  const module = (file: string) => ({ types: `./esm/${file}.d.ts`, default: `./esm/${file}.js` });
  const manifest = {
    name,
    version,
    description,
    license,
    type: 'module',
    keywords: ['speed test', 'internet', 'bandwidth', 'latency', 'web component', 'lit', 'react'],
    dependencies: { lit: dependencies['lit'] },
    peerDependencies: { react: '>=18' },
    peerDependenciesMeta: { react: { optional: true } },
    sideEffects: ['./esm/define.js', './esm/statistics.js', './i-speed-test.min.js', './i-speed-statistics.min.js'],
    customElements: 'custom-elements.json',
    exports: {
      '.': module('index'),
      './define': module('define'),
      './react': module('react'),
      './statistics': module('statistics'),
      './i-speed-test.min.js': './i-speed-test.min.js',
      './i-speed-statistics.min.js': './i-speed-statistics.min.js',
      './later/*': './later/*',
      './languages/*': './languages/*',
      './engine-worker.js': './engine-worker.js',
      './integrity.json': './integrity.json',
      './custom-elements.json': './custom-elements.json',
      './package.json': './package.json',
    },
  };
  writeJson('package.json', manifest);
};

const copyRest = (): void => {
  for (const name of SCRIPTS) cpSync(shipped(name), join(target, name), { recursive: true });
  for (const name of ['README.md', 'CHANGELOG.md', 'LICENSE']) cpSync(join(project, name), join(target, name));
  // A version of the package is immutable by itself: its scripts have their short names alone.
  const integrity = Object.entries(readIntegrity()).filter(([name]) => existsSync(join(target, name)));
  writeJson('integrity.json', Object.fromEntries(integrity));
  // The manifest names modules; in the package there is another one.
  const elements = readFileSync(shipped('custom-elements.json'), 'utf8');
  const moved = Object.entries(MODULES).reduce((text, [from, to]) => text.replaceAll(from, to), elements);
  writeFileSync(join(target, 'custom-elements.json'), moved);
};

rmSync(target, { recursive: true, force: true });
mkdirSync(target, { recursive: true });
cpSync(shipped(NOTICES), join(target, NOTICES)); // the modules' are added to those of the scripts
await buildModules();
await writeTypes();
writeManifest();
copyRest();
