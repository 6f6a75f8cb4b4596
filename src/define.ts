import { ISpeedTestElement } from './index.ts';

export * from './index.ts';

declare global {
  interface HTMLElementTagNameMap {
    'i-speed-test': ISpeedTestElement;
  }
}

// A page may load the script twice, from its template and from an article: the first copy stays. A foreign class of that name is an error.
const known = customElements.get(ISpeedTestElement.tag);
if (known === undefined || !('tag' in known)) customElements.define(ISpeedTestElement.tag, ISpeedTestElement);
