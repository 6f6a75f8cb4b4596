import { supportsAdoptingStyleSheets } from 'lit';

/** Adds styles to a shadow root. Their sheet is made for the document that it is in, because it works in no other. */
export const dress = (root: ShadowRoot, styles: readonly string[]): void => {
  const text = styles.join('');
  const Sheet = root.ownerDocument.defaultView?.CSSStyleSheet; // none in a template, where nothing is seen
  if (!supportsAdoptingStyleSheets) root.prepend(Object.assign(document.createElement('style'), { textContent: text }));
  else if (Sheet) {
    const sheet = new Sheet();
    sheet.replaceSync(text);
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
  }
};
