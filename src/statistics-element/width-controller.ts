import type { ReactiveController, ReactiveControllerHost } from 'lit';

type Host = ReactiveControllerHost & { readonly renderRoot: HTMLElement | DocumentFragment };

/** Before anything is laid out. */
const FIRST_WIDTH = 480;

/** How wide the charts may be, in CSS pixels: their letters are as large as the others, whatever the width. */
export class WidthController implements ReactiveController {
  readonly #host: Host;
  readonly #observer: ResizeObserver | null;
  #observed: Element | null = null;
  width = FIRST_WIDTH;

  constructor(host: Host) {
    this.#host = host;
    this.#observer =
      'ResizeObserver' in globalThis // not where there is no page
        ? new ResizeObserver(([entry]) => {
            const width = Math.round(entry!.contentRect.width);
            requestAnimationFrame(() => this.#become(width)); // in the same frame it would be asked again, and the page would hear of it
          })
        : null;
    host.addController(this);
  }

  hostUpdated(): void {
    const place = this.#host.renderRoot.querySelector('.charts');
    if (place === this.#observed) return;
    this.#observer?.disconnect();
    if (place) this.#observer?.observe(place);
    this.#observed = place;
  }

  hostDisconnected(): void {
    this.#observer?.disconnect();
    this.#observed = null;
  }

  #become(width: number): void {
    if (width === this.width || width === 0) return;
    this.width = width;
    this.#host.requestUpdate();
  }
}
