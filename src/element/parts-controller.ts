import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { PartName, Parts, Styled } from './later/parts.ts';
import { loadPart, readyPart } from './part-shelf.ts';
import { dress } from '../page/dress.ts';
import { styles } from './styles/styles.ts';

type Host = ReactiveControllerHost & { readonly renderRoot: HTMLElement | DocumentFragment };

/** The parts one element uses: fetched when first asked for, with their styles in its shadow root. */
export class PartsController implements ReactiveController {
  readonly #host: Host;
  readonly #asked = new Set<PartName>();
  readonly #worn = new Map<PartName, readonly string[]>();
  readonly #failed = new Set<PartName>();

  constructor(host: Host) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    this.#asked.clear(); // what could not be had before may be there now
  }

  /** The part, or null: then it is fetched, and the element is painted again when it has come. */
  get<Name extends PartName>(name: Name): Parts[Name] | null {
    const part = readyPart(name);
    if (part) this.#wear(name, part as Styled);
    else if (!this.#asked.has(name)) this.preload(name);
    return part;
  }

  /** Whether a part was asked for and could not be had. */
  hasFailed(name: PartName): boolean {
    return this.#failed.has(name);
  }

  preload(name: PartName): void {
    this.#asked.add(name);
    loadPart(name).then(
      () => {
        this.#failed.delete(name);
        this.#host.requestUpdate();
      },
      () => {
        this.#failed.add(name);
        this.#host.requestUpdate();
      },
    );
  }

  /** All styles anew: another document has adopted the element, and its sheets stayed behind. */
  dress(): void {
    dress(this.#host.renderRoot as ShadowRoot, [styles, ...this.#worn.values()].flat());
  }

  #wear(name: PartName, { styles: own }: Styled): void {
    if (!own || this.#worn.has(name)) return;
    this.#worn.set(name, own);
    dress(this.#host.renderRoot as ShadowRoot, own);
  }
}
