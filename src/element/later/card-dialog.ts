import type { View } from '../choose-view.ts';
import type { VisitController } from '../visit-controller.ts';

/** The whole card over the page, for layouts that have no room for it: opened by a person, or by a question that has to be asked. */
export class CardDialog {
  readonly #visit: VisitController;
  readonly #repaint: () => void;
  #isWanted = false;

  constructor(visit: VisitController, repaint: () => void) {
    this.#visit = visit;
    this.#repaint = repaint;
  }

  isOpen(view: View): boolean {
    return this.#isWanted || view.kind === 'asking' || view.kind === 'panel';
  }

  open(): void {
    this.#isWanted = true;
    this.#repaint();
  }

  /** By its button or by Escape. Whoever closes a question has not agreed. */
  close(view: View): void {
    if (!this.isOpen(view)) return;
    this.#isWanted = false;
    if (view.kind === 'asking') this.#visit.cancel();
    this.#visit.open(null);
  }

  /** Brings the painted dialog, where there is one, into its state; answers what is in front. */
  settle(root: HTMLElement | DocumentFragment, view: View): HTMLElement | DocumentFragment {
    const dialog = root.querySelector('dialog');
    if (!dialog) return root;
    const isOpen = this.isOpen(view);
    if (isOpen && !dialog.open) {
      dialog.showModal();
      dialog.querySelector<HTMLElement>('[tabindex="-1"]')?.focus();
    }
    if (!isOpen && dialog.open) dialog.close();
    return isOpen ? dialog : root;
  }
}
