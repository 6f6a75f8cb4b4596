import { html, type TemplateResult } from 'lit';
import { type FrameMessage, isFrameMessage } from '../../protocol/frame-message.ts';
import type { Millis } from '../../protocol/units.ts';
import { FailureEvent, ResultEvent, SnapshotEvent, StartEvent, SubmittedEvent } from '../events.ts';

/** Two files over a slow line. A page that is blocked says nothing in most browsers. */
export const EMBEDDED_PAGE_TIMEOUT_MS: Millis = 15_000;

/** Enough for the page to do its work: no way to the top of the window, no form, no download. */
const SANDBOX = 'allow-scripts allow-same-origin allow-popups allow-popups-to-escape-sandbox';

/** Named only where the browser knows it: another one complains on the page's console. */
const allowed = (): string => ('share' in navigator ? 'web-share; clipboard-write' : 'clipboard-write');

interface Options {
  readonly element: HTMLElement;
  readonly address: string;
  /** It was shown, or never will be. */
  readonly onSettled: () => void;
  readonly repaint: () => void;
}

/** The collector's page in an iframe, from its first byte on: out of sight until it says that it is there. */
export class EmbeddedPage {
  readonly #options: Options;
  readonly #origin: string;
  readonly #over = new AbortController();
  readonly #timer: ReturnType<typeof setTimeout>;
  #state: 'waiting' | 'shown' | 'blocked' = 'waiting';
  #height = 0;

  constructor(options: Options) {
    this.#options = options;
    this.#origin = new URL(options.address).origin;
    const until = { signal: this.#over.signal };
    addEventListener('message', (event) => this.#hear(event), until);
    document.addEventListener(
      'securitypolicyviolation',
      ({ effectiveDirective, blockedURI }) => {
        if (effectiveDirective === 'frame-src' && blockedURI.startsWith(this.#origin)) this.#become('blocked');
      },
      until,
    );
    this.#timer = setTimeout(() => this.#become('blocked'), EMBEDDED_PAGE_TIMEOUT_MS);
  }

  get state() {
    return this.#state;
  }

  render(title: string): TemplateResult {
    return html`<iframe
      class=${this.#state}
      src=${this.#options.address}
      title=${title}
      sandbox=${SANDBOX}
      allow=${allowed()}
      referrerpolicy="strict-origin"
    ></iframe>`;
  }

  /** Its height is set by script: a style attribute would need the page's leave. */
  settle(root: HTMLElement | DocumentFragment): void {
    this.#iframe = root.querySelector('iframe');
    if (this.#iframe && this.#height > 0) this.#iframe.style.blockSize = `${this.#height}px`;
  }

  close(): void {
    clearTimeout(this.#timer);
    this.#over.abort();
  }

  #iframe: HTMLIFrameElement | null = null;

  #hear({ data, source, origin }: MessageEvent<unknown>): void {
    if (source === null || source !== this.#iframe?.contentWindow || origin !== this.#origin) return;
    if (isFrameMessage(data)) this.#take(data);
  }

  #take(message: FrameMessage): void {
    const { element, repaint } = this.#options;
    switch (message.event) {
      case 'ready':
        return this.#become('shown');
      case 'size':
        this.#height = message.height;
        return repaint();
      case 'start':
        return void element.dispatchEvent(new StartEvent(message.detail.testId));
      case 'progress':
        return void element.dispatchEvent(new SnapshotEvent(message.detail));
      case 'result':
        return void element.dispatchEvent(new ResultEvent(message.detail));
      case 'submitted':
        return void element.dispatchEvent(new SubmittedEvent(message.detail));
      case 'failure':
        return void element.dispatchEvent(new FailureEvent(message.detail));
      default:
        message satisfies never; // a newer page may say more
    }
  }

  #become(state: 'shown' | 'blocked'): void {
    if (this.#state !== 'waiting') return;
    this.#state = state;
    clearTimeout(this.#timer);
    if (state === 'blocked') this.#over.abort();
    this.#options.onSettled();
  }
}
