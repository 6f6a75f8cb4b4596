import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { type Format, formatIn } from './format.ts';
import { chooseLocale } from './locales/choose-locale.ts';
import type { FullText } from './locales/more-text.ts';
import type { Text } from './locales/text.ts';
import { vi } from './locales/vi.ts';
import { loadPart } from './part-shelf.ts';
import type { PartsController } from './parts-controller.ts';
import { surroundingLanguage } from './surrounding-language.ts';

/** A language ready for use. */
export interface Language {
  /** BCP 47, for `lang` and Intl. */
  readonly tag: string;
  readonly text: Text;
  readonly format: Format;
  /** The words beyond the first page; null until they have come. */
  readonly more: () => FullText | null;
}

/** Nobody waits longer for another language: Vietnamese is there at once. */
export const MAX_LANGUAGE_WAIT_MS = 2500;

type Host = ReactiveControllerHost & Element & { readonly locale: string | null; readonly strings: string | null };

/** Vietnamese from the first moment; English, and a page's own language, as soon as they have come. */
export class LanguageController implements ReactiveController {
  readonly #host: Host;
  readonly #parts: PartsController;
  /** What came of the page's own file; undefined while it is on its way. */
  #own: { readonly url: string; readonly text?: FullText | null } | null = null;
  #patience: ReturnType<typeof setTimeout> | null | 'over' = null;

  /** A page that changes its language without being loaded anew says so at its root. */
  readonly #pageLanguage = new MutationObserver(() => this.#host.requestUpdate());

  constructor(host: Host, parts: PartsController) {
    this.#host = host;
    this.#parts = parts;
    host.addController(this);
  }

  hostConnected(): void {
    this.#pageLanguage.observe(this.#host.ownerDocument.documentElement, { attributeFilter: ['lang'] });
  }

  hostDisconnected(): void {
    this.#pageLanguage.disconnect();
  }

  /** Null for a moment at the beginning, where the language has yet to come. */
  current(): Language | null {
    const { locale, strings } = this.#host;
    const own = strings === null ? null : this.#pageText(new URL(strings, document.baseURI).href);
    if (own) return whole(locale ?? surroundingLanguage(this.#host) ?? 'und', own);
    const isEnglish = chooseLocale(locale, surroundingLanguage(this.#host)) === 'en';
    const english = isEnglish ? this.#parts.get('en') : null;
    const mayCome = own === undefined || (isEnglish && !english && !this.#parts.hasFailed('en'));
    if (mayCome && this.#waits()) return null;
    return english ? whole('en', english.text) : this.#vietnamese();
  }

  #vietnamese(): Language {
    const more = () => {
      const part = this.#parts.get('vi');
      return part && { ...vi, ...part.text };
    };
    return { tag: 'vi', text: vi, format: formatIn('vi'), more };
  }

  #pageText(url: string): FullText | null | undefined {
    if (this.#own?.url !== url) {
      this.#own = { url };
      const become = (text: FullText | null) => {
        if (this.#own?.url !== url) return;
        this.#own = { url, text };
        this.#host.requestUpdate();
      };
      loadPart('en')
        .then((english) => english.pageLanguage(url))
        .then(become, () => become(null));
    }
    return this.#own.text;
  }

  #waits(): boolean {
    this.#patience ??= setTimeout(() => {
      this.#patience = 'over';
      this.#host.requestUpdate();
    }, MAX_LANGUAGE_WAIT_MS);
    return this.#patience !== 'over';
  }
}

const whole = (tag: string, text: FullText): Language => ({ tag, text, format: formatIn(tag), more: () => text });
