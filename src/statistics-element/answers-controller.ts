import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { isLike } from '../page/is-like.ts';
import type { Millis } from '../protocol/units.ts';

/** Statistics answer in tens of milliseconds; the rest is the reader's line. */
const TIMEOUT_MS: Millis = 15_000;

/** Somebody who goes through all provinces goes back to few of them. */
const MAX_KEPT = 60;

export type Answer<Value> =
  { readonly status: 'coming' | 'failed'; readonly value: null } | { readonly status: 'here'; readonly value: Value };

const COMING = { status: 'coming', value: null } as const;
const FAILED = { status: 'failed', value: null } as const;

/** What the collector answers, asked for when it is first read; the element is painted again when it has come. */
export class AnswersController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #answers = new Map<string, Answer<unknown>>();

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    this.retry(); // what could not be had before may be there now
  }

  /** The answer at an address, which must be like the example. */
  read<Value>(address: string, example: unknown): Answer<Value> {
    const known = this.#answers.get(address);
    if (known) {
      this.#keep(address, known); // what is on the page is never the oldest
      return known as Answer<Value>;
    }
    this.#keep(address, COMING);
    void this.#ask(address, example).then((answer) => {
      this.#keep(address, answer);
      this.#host.requestUpdate();
    });
    return COMING;
  }

  /** Asks again for what has failed. */
  retry(): void {
    for (const [address, { status }] of this.#answers) if (status === 'failed') this.#answers.delete(address);
    this.#host.requestUpdate();
  }

  async #ask(address: string, example: unknown): Promise<Answer<unknown>> {
    try {
      const answer = await fetch(address, { credentials: 'omit', signal: AbortSignal.timeout(TIMEOUT_MS) });
      const value: unknown = answer.ok ? await answer.json() : null;
      return isLike(value, example) ? { status: 'here', value } : FAILED;
    } catch {
      return FAILED; // the element says so itself
    }
  }

  #keep(address: string, answer: Answer<unknown>): void {
    this.#answers.delete(address);
    this.#answers.set(address, answer);
    for (const oldest of this.#answers.keys()) {
      if (this.#answers.size <= MAX_KEPT) break;
      this.#answers.delete(oldest);
    }
  }
}
