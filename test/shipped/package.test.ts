import assert from 'node:assert/strict';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { checkPackage, createPackageFromTarballData } from '@arethetypeswrong/core';
import { publint } from 'publint';
import ts from 'typescript';
import { installPackage, project, readJson, run } from './installed-package.ts';

describe('the package as it is packed', () => {
  const app = installPackage('react', 'react-dom', '@types/react');
  after(app.remove);
  const installed = join(app.folder, 'node_modules/i-speed-test');
  const tarball = readFileSync(app.tarball);
  const files = readdirSync(installed, { recursive: true, encoding: 'utf8' }).filter((name) =>
    statSync(join(installed, name)).isFile(),
  );
  const inNode = (script: string) => run(process.execPath, ['--input-type=module', '--eval', script], app.folder);

  it('has nothing that publint objects to', async () => {
    const pack = { tarball: Uint8Array.from(tarball).buffer };
    const { messages } = await publint({ pack, strict: true });
    assert.deepEqual(messages, []);
  });

  it('has types that are right wherever modules are: in bundlers and in Node', async () => {
    const checked = await checkPackage(createPackageFromTarballData(Uint8Array.from(tarball)), {
      excludeEntrypoints: [
        'i-speed-test.min.js',
        'i-speed-statistics.min.js',
        'engine-worker.js',
        /^\.\/(later|languages)/,
      ], // scripts and data, no modules
    });
    assert.ok(checked.types, 'there are types');
    // `require()` and the resolution before `exports` are not offered.
    const offered = checked.problems.filter(
      (problem) => !('resolutionKind' in problem && /^node10|-cjs$/.test(problem.resolutionKind)),
    );
    assert.deepEqual(offered, []);
    assert.deepEqual(
      Object.keys(checked.entrypoints).filter((name) => checked.entrypoints[name]!.hasTypes),
      ['.', './define', './react', './statistics'],
    );
  });

  it('brings lit and nothing else', () => {
    const { dependencies, optionalDependencies } = readJson(join(installed, 'package.json')) as Record<string, object>;
    assert.deepEqual(Object.keys(dependencies!), ['lit']);
    assert.equal(optionalDependencies, undefined);
    const modules = files.filter((name) => name.startsWith('esm/'));
    const bare = modules.flatMap((name) =>
      [...readFileSync(join(installed, name), 'utf8').matchAll(/(?:from|import\(?) ?['"]([^.'"][^'"]*)['"]/g)].map(
        ([, id]) => id!,
      ),
    );
    assert.deepEqual([...new Set(bare)].sort(), ['lit', 'react']);
  });

  it('is the browser’s rooms alone, the scripts that portals load, and what people read', () => {
    const tops = [...new Set(files.map((name) => name.split('/')[0]!))].sort();
    assert.deepEqual(tops, [
      'CHANGELOG.md',
      'LICENSE',
      'README.md',
      'THIRD-PARTY-LICENSES.txt',
      'custom-elements.json',
      'engine-worker.js',
      'esm',
      'i-speed-statistics.min.js',
      'i-speed-test.min.js',
      'integrity.json',
      'languages',
      'later',
      'package.json',
    ]);
    for (const name of files) {
      const text = readFileSync(join(installed, name), 'utf8');
      assert.ok(!text.includes(project), `${name} names a folder of the machine that built it`);
      assert.doesNotMatch(text, /from ['"]node:|valibot/, name);
    }
  });

  it('brings the licences of what is bundled, in its modules too; Lit is none of them', () => {
    const notices = readFileSync(join(installed, 'THIRD-PARTY-LICENSES.txt'), 'utf8');
    for (const script of ['test', 'statistics'])
      assert.match(notices, new RegExp(`^i-speed-${script}\\.min\\.js: .*lit-html`, 'm'));
    const inModules = notices.match(/^esm\/\S+: .+$/gm)!;
    assert.deepEqual([...new Set(inModules.map((line) => line.split(': ')[1]))], ['lean-qr']);
    assert.ok(notices.includes('Copyright (c) 2021-2025 David Evans'));
  });

  it('has the shipped scripts byte for byte, each with its hash in integrity.json', () => {
    const scripts = files.filter((file) => file.endsWith('.js') && !file.startsWith('esm/'));
    assert.deepEqual(Object.keys(readJson(join(installed, 'integrity.json')) as object).sort(), scripts.sort());
    for (const name of scripts)
      assert.deepEqual(readFileSync(join(installed, name)), readFileSync(join(project, 'dist', name)), name);
  });

  it('has a custom-elements.json whose modules are in it', () => {
    const { modules } = readJson(join(installed, 'custom-elements.json')) as { modules: readonly { path: string }[] };
    assert.ok(modules.length > 0);
    for (const { path } of modules) assert.ok(files.includes(path), path);
  });

  it('can be imported where there is no DOM', () => {
    const said = inNode(`
      const names = [];
      for (const entry of ['i-speed-test', 'i-speed-test/define', 'i-speed-test/react', 'i-speed-test/statistics'])
        names.push(Object.keys(await import(entry)));
      console.log(JSON.stringify({ names, hasDocument: 'document' in globalThis }));
    `);
    const { names, hasDocument } = JSON.parse(said) as { names: string[][]; hasDocument: boolean };
    assert.equal(hasDocument, false);
    assert.ok(names[0]!.includes('ISpeedTestElement') && names[1]!.includes('ISpeedTestElement'));
    assert.deepEqual(names[2], ['ISpeedTest']);
    assert.deepEqual(names[3], ['ISpeedStatisticsElement', 'StatisticsChangeEvent']);
  });

  it('is rendered by React on a server, with its settings and what people see without JavaScript', () => {
    const html = inNode(`
      import { createElement } from 'react';
      import { renderToString } from 'react-dom/server';
      import { ISpeedTest } from 'i-speed-test/react';
      const props = {
        collector: 'https://collector.example.vn', workerSrc: '/engine-worker.js', idleSeconds: 30, plan: undefined,
        className: 'wide', hidden: false, onResult() {},
      };
      process.stdout.write(renderToString(createElement(ISpeedTest, props, createElement('a', { href: '/old' }, 'Đo'))));
    `);
    assert.equal(
      html,
      '<i-speed-test collector="https://collector.example.vn" worker-src="/engine-worker.js" idle-seconds="30" class="wide">' +
        '<a href="/old">Đo</a></i-speed-test>',
    );
  });

  it('tells TypeScript what it is, down to the fields of a result, without any other library', () => {
    app.write(
      'right.ts',
      `import { createElement, createRef } from 'react';
       import { ISpeedTest } from 'i-speed-test/react';
       import { ISpeedTestElement, type Result } from 'i-speed-test/define';
       const ref = createRef<ISpeedTestElement>();
       createElement(ISpeedTest, {
         ref, collector: 'https://c.example.vn', idleSeconds: 30, className: 'wide', plan: null,
         onResult: (event) => { event.preventDefault(); const rate: number | undefined = event.result.download?.bitsPerSecond; void rate; },
         onFailure: ({ failure }) => failure.code === 'offline',
       });
       const result: Promise<Result> | undefined = ref.current?.start({ consent: true, plan: 'saver' });
       document.querySelector('i-speed-test')!.addEventListener('i-speed-test-submitted', ({ accepted }) => accepted.state === 'verified');
       void result;`,
    );
    app.write(
      'wrong.ts',
      `import { createElement } from 'react';
       import { ISpeedTest } from 'i-speed-test/react';
       createElement(ISpeedTest, { collector: 1 });
       createElement(ISpeedTest, { onResult: (event) => event.result.dowload });
       document.querySelector('i-speed-test')?.start({ plan: 'fast' });`,
    );
    const mistakes = (file: string): readonly string[] => {
      const options: ts.CompilerOptions = {
        target: ts.ScriptTarget.ES2023,
        module: ts.ModuleKind.ESNext,
        moduleResolution: ts.ModuleResolutionKind.Bundler,
        lib: ['lib.es2023.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
        types: [],
        strict: true,
        noEmit: true,
      };
      const program = ts.createProgram([join(app.folder, file)], options);
      return ts.getPreEmitDiagnostics(program).map(({ file: where, messageText }) => {
        const text = ts.flattenDiagnosticMessageText(messageText, ' ');
        return `${where?.fileName.replace(app.folder, '') ?? ''}: ${text}`;
      });
    };
    assert.deepEqual(mistakes('right.ts'), []);
    assert.equal(mistakes('wrong.ts').length, 3);
  });
});
