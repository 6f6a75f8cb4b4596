import { EMBED_ATTRIBUTES, EMBED_PROPERTIES, EMBED_SCHEME } from '../protocol/frame-message.ts';

/** Gives the element what the query says, and this page's own folder as its collector. */
export const setUp = (element: HTMLElement, query: URLSearchParams): void => {
  for (const name of EMBED_ATTRIBUTES) {
    const value = query.get(name);
    if (value !== null) element.setAttribute(name, value);
  }
  element.setAttribute('collector', new URL('.', location.href).href);
  for (const name of EMBED_PROPERTIES) {
    const value = query.get(name);
    if (value !== null) element.style.setProperty(`--i-speed-test-${name}`, value);
  }
  const scheme = query.get(EMBED_SCHEME);
  if (scheme === 'light' || scheme === 'dark') document.documentElement.style.colorScheme = scheme;
};
