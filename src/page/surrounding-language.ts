/** The `lang` that applies to an element, through shadow roots; null where none is stated. */
export const surroundingLanguage = (element: Element): string | null => {
  const stated = element.closest('[lang]');
  if (stated) return stated.getAttribute('lang');
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? surroundingLanguage(root.host) : null;
};
