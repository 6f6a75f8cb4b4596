import { bundleApp } from './app-bundle.ts';
import type { PortalPage } from './portal.ts';
import type { Recipe } from './recipe.ts';

/** A page that is made by a framework from the files of its recipe: the element, and the frame below it. */
export interface FrameworkApp {
  readonly page: string;
  /** `main` is what the framework's own starter would bring; it keeps the result as `window.kept`. */
  readonly files: (recipe: Recipe) => Readonly<Record<string, string>>;
  /** What its way of compiling needs of the policy besides the recipe's lines. */
  readonly policy?: string;
}

const REACT_MAIN = `
  import { StrictMode } from 'react';
  import { createRoot } from 'react-dom/client';
  import { SpeedTest } from './SpeedTest.jsx';
  import { SpeedTestFrame } from './SpeedTestFrame.jsx';
  const keep = (result) => { window.kept = result; };
  createRoot(document.getElementById('app')).render(
    <StrictMode><SpeedTest onResult={keep} /><SpeedTestFrame /></StrictMode>
  );`;

const VUE_MAIN = `
  import { createApp, h } from 'vue';
  import SpeedTest from './SpeedTest.vue';
  import SpeedTestFrame from './SpeedTestFrame.vue';
  const onResult = (result) => { window.kept = result; };
  createApp({ render: () => [h(SpeedTest, { onResult }), h(SpeedTestFrame)] }).mount('#app');`;

const ANGULAR_MAIN = `
  import '@angular/compiler';
  import { Component, provideZonelessChangeDetection } from '@angular/core';
  import { bootstrapApplication } from '@angular/platform-browser';
  import { SpeedTestComponent } from './speed-test.component.ts';
  import { Frame } from './frame.ts';
  @Component({
    selector: 'app-root',
    imports: [SpeedTestComponent, Frame],
    template: '<app-speed-test (result)="keep($event)" /><app-frame />',
  })
  class Root { keep(result: unknown) { Object.assign(window, { kept: result }); } }
  void bootstrapApplication(Root, { providers: [provideZonelessChangeDetection()] });`;

export const FRAMEWORK_APPS: readonly FrameworkApp[] = [
  {
    page: 'react',
    files: ({ block }) => ({
      'main.jsx': REACT_MAIN,
      'SpeedTest.jsx': block('SpeedTest.jsx'),
      'SpeedTestFrame.jsx': block('SpeedTestFrame.jsx'),
    }),
  },
  {
    page: 'vue',
    files: ({ block }) => ({
      'main.js': VUE_MAIN,
      'SpeedTest.vue': block('SpeedTest.vue'),
      'SpeedTestFrame.vue': `<template>${block('frame')}</template>`,
      'vite.config.js': block('vite.config.js'),
    }),
  },
  {
    page: 'angular',
    files: ({ block }) => ({
      'main.ts': ANGULAR_MAIN,
      'speed-test.component.ts': block('speed-test.component.ts'),
      'frame.ts': `
        import { Component } from '@angular/core';
        @Component({ selector: 'app-frame', template: ${JSON.stringify(block('frame'))} })
        export class Frame {}`,
    }),
    policy: `script-src 'unsafe-eval'`,
  },
];

/** The page that a web server would send for it: the script of the recipe, and a place for the framework. */
export const frameworkPage = async ({ files }: FrameworkApp, recipe: Recipe): Promise<PortalPage> => ({
  head: recipe.block('head'),
  content: '<div id="app"></div><app-root></app-root><script type="module" src="app.js"></script>',
  script: await bundleApp(files(recipe)),
});
