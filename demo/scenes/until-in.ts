/** A worker that is silent for three seconds counts as blocked; a busy machine takes its time besides. */
const PATIENCE_MS = 12_000;

/** What a selector finds in an element's shadow, as soon as it is there; rejects with `otherwise` where it never is. */
export const untilIn = async (element: HTMLElement, selector: string, otherwise: string): Promise<HTMLElement> => {
  for (const deadline = Date.now() + PATIENCE_MS; ;) {
    const found = element.shadowRoot?.querySelector<HTMLElement>(selector);
    if (found) return found;
    if (Date.now() > deadline) throw new Error(otherwise);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
};
