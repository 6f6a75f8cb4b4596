/** Puts text on the clipboard; pages without TLS have no clipboard but the old command. False where neither works. */
export const copyText = async (text: string): Promise<boolean> => {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copyBySelection(text);
  }
};

const copyBySelection = (text: string): boolean => {
  const field = Object.assign(document.createElement('textarea'), { value: text, className: 'unseen' });
  field.setAttribute('aria-hidden', 'true');
  const focused = document.activeElement as HTMLElement | null;
  document.body.append(field);
  field.select();
  // Deprecated, and the only way there is on a page without TLS.
  // eslint-disable-next-line @typescript-eslint/no-deprecated
  const isCopied = document.execCommand('copy');
  field.remove();
  focused?.focus();
  return isCopied;
};

/** For people who copy by themselves. */
export const selectAllOf = (node: Node): void => getSelection()?.selectAllChildren(node);
