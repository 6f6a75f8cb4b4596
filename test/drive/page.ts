/** What tests need of a browser, whichever it is. */
export interface Browser<P extends Page = Page> {
  readonly open: (url: string, size?: Size) => Promise<P>;
  readonly close: () => Promise<void>;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

export interface Place {
  readonly x: number;
  readonly y: number;
}

export interface Page {
  /** Evaluates an expression (promises awaited) and returns its JSON value; throws what the page threw. */
  readonly evaluate: <T = unknown>(expression: string) => Promise<T>;
  /** Evaluates until the answer is truthy. */
  readonly until: <T = unknown>(expression: string, timeoutMs?: number) => Promise<T>;
  /** A trusted click at a place of the viewport. */
  readonly click: (place: Place) => Promise<void>;
  readonly reload: () => Promise<void>;
  readonly close: () => Promise<void>;
}

/** A page of a browser that speaks WebDriver. */
export interface WebDriverPage extends Page {
  /** A trusted press of a key, named as WebDriver's tests name it: `Tab`, `Enter`, `Space`, or the letter itself. */
  readonly press: (key: string) => Promise<void>;
}

/** Tall enough for the whole card. */
export const DEFAULT_SIZE: Size = { width: 1280, height: 900 };

const ASK_AGAIN_MS = 50;

export const untilIn =
  (evaluate: Page['evaluate']): Page['until'] =>
  async <T>(expression: string, timeoutMs = 30_000): Promise<T> => {
    for (const deadline = Date.now() + timeoutMs; ;) {
      const value = await evaluate<T>(expression).catch(() => null); // the page may be navigating
      if (value) return value;
      if (Date.now() > deadline) throw new Error(`Not within ${timeoutMs} ms: ${expression}`);
      await new Promise((resolve) => setTimeout(resolve, ASK_AGAIN_MS));
    }
  };
