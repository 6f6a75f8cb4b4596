/** Editors and filters leave these behind, and nobody sees anything of them. */
const UNSEEN = /^(br|script|noscript|style|template)$/;

const isFallback = (node: ChildNode): boolean =>
  node instanceof Element
    ? !node.slot && !UNSEEN.test(node.localName) && (node.localName !== 'p' || [...node.childNodes].some(isFallback))
    : node.nodeType === Node.TEXT_NODE && node.textContent?.trim() !== '';

/** Whether the page put something into the element for browsers without it; named slots have a place of their own. An empty paragraph is nothing. */
export const hasFallback = (element: Element): boolean => [...element.childNodes].some(isFallback);
