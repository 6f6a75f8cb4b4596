import type { Contents } from './servers/serve-contents.ts';

/** An engine in the benchmark: its own kind of server, its own page, and how to press its button. */
export interface Contender {
  readonly name: string;
  /** What has to be in PEERS_DIR for it to take part; the project brings no code of its peers. */
  readonly needs: readonly string[];
  /** What its server answers; null where it is the project's own, the way `npm start` runs it. */
  readonly contents: ((peersDir: string) => Contents) | null;
  /**
   * Evaluated in the page: a promise of `{ down, up }` in bit/s, the numbers that this engine would show to a person or that
   * its own site shows; null for a number that it does not give.
   */
  readonly run: string;
}

/** What {@link Contender.run} promises. */
export interface Rates {
  readonly down: number | null;
  readonly up: number | null;
}
