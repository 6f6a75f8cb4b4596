/** Copies what an element shows; where that is forbidden, selects it, so that a person can. True when it was copied. */
export const copyTextOf = async (element: Element): Promise<boolean> => {
  // Pages without TLS have no clipboard.
  if ('clipboard' in navigator)
    try {
      await navigator.clipboard.writeText(element.textContent);
      return true;
    } catch {
      // forbidden by the person or by the page's policy
    }
  getSelection()?.selectAllChildren(element);
  return copySelection();
};

const copySelection = (): boolean => {
  try {
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- the only way on pages without TLS
    return document.execCommand('copy');
  } catch {
    return false;
  }
};
