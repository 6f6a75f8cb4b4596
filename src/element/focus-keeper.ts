/**
 * Keeps the focus where the news is, for somebody without a mouse: at the heading of a view that is new, and of one whose paint took the
 * focused button away. Takes it from nobody: only a focus that was in the element is moved.
 */
export class FocusKeeper {
  readonly #host: Element;
  #wasHere = false;
  #isNews = false;
  #isOwed = false;

  constructor(host: Element) {
    this.#host = host;
  }

  get #isHere(): boolean {
    return this.#host.shadowRoot?.activeElement != null;
  }

  /** Before a paint, of a new view or of the same one. What the last paint owed is still owed if the focus is nowhere. */
  beforePaint(isNews: boolean): void {
    this.#isNews = isNews;
    const { activeElement, body } = this.#host.ownerDocument;
    this.#wasHere = this.#isHere || (this.#isOwed && activeElement === body);
  }

  /** After it; the heading of a part that has to be fetched comes with a later one. */
  afterPaint(front: ParentNode): void {
    if (this.#wasHere && (this.#isNews || !this.#isHere)) front.querySelector<HTMLElement>('[tabindex="-1"]')?.focus();
    this.#isOwed = this.#wasHere && !this.#isHere;
  }
}
