/** Puts the focus where a repaint leads, beside the button that asked for it and may be gone by then. */
export const focusSoon = (from: EventTarget | null, selector: string): void => {
  const root = (from as Element).getRootNode() as ShadowRoot;
  setTimeout(() => root.querySelector<HTMLElement>(selector)?.focus());
};
