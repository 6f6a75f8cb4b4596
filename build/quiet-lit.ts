import type { Plugin } from 'vite';

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

/** Takes both out of Lit's modules. */
export const quietLit: Plugin = {
  name: 'quiet-lit',
  enforce: 'pre',
  transform: (code, id) => {
    if (!/\/node_modules\/(@lit|lit-)/.test(id)) return null;
    const withoutGlobals = GLOBALS_OF_LIT.reduce((left, made) => left.replace(made, '{}'), code);
    return withoutGlobals.replace(ADVICE_OF_LIT, 'Error()');
  },
};
