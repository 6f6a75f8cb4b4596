import { type CollectorPlay, setCollector } from './collector-in-page.ts';
import type { Millis } from '../../src/protocol/units.ts';

/** What a browser and its line are like in a scene. */
export interface Surroundings {
  readonly collector: CollectorPlay;
  readonly isOffline: boolean;
  readonly isMetered: boolean;
  /** No engine starts but the one that plays. */
  readonly isBlocked: boolean;
}

export interface Surrounded {
  /** Lets time pass that nobody waits for. */
  readonly wait: (ms: Millis) => void;
  /** Puts the page's own surroundings back. */
  readonly end: () => void;
}

/** Who looks at the clock every few seconds looks this much more often, so that passed time is soon noticed. */
const HURRY = 50;

/**
 * Puts a scene's surroundings in the place of the page's own: its collector instead of the network, a storage that starts empty and
 * leaves the origin's own alone, what the browser says of its line, and a clock that moves only when it is told to.
 */
export const surround = (origin: string, { collector, isOffline, isMetered, isBlocked }: Surroundings): Surrounded => {
  setCollector(origin, collector);
  let now = performance.now();
  const pageInterval = globalThis.setInterval;
  const hurried = (act: () => void, ms: Millis) => pageInterval(act, ms / HURRY);
  const restore = [
    ...(isBlocked ? [onlyScriptedWorkers()] : []),
    replace(globalThis, 'localStorage', emptyStorage()),
    replace(globalThis, 'setInterval', hurried),
    replace(performance, 'now', () => now),
    replace(navigator, 'onLine', !isOffline),
    replace(navigator, 'connection', isMetered ? { type: 'cellular', saveData: false } : {}),
  ];
  return {
    wait: (ms) => {
      now += ms;
    },
    end: () => {
      setCollector(origin, {}); // takes what still waits to be sent
      for (const putBack of restore) putBack();
    },
  };
};

/** The page lets no worker start but those that play a scene. */
export const onlyScriptedWorkers = (): (() => void) => {
  const PageWorker = globalThis.Worker;
  return replace(
    globalThis,
    'Worker',
    class extends PageWorker {
      constructor(address: string | URL, options?: WorkerOptions) {
        if (!String(address).includes('scripted-worker.js')) throw new DOMException('No worker here.', 'SecurityError');
        super(address, options);
      }
    },
  );
};

const replace = (owner: object, name: string, value: unknown): (() => void) => {
  const own = Object.getOwnPropertyDescriptor(owner, name);
  Object.defineProperty(owner, name, { configurable: true, value });
  return () => {
    if (own) Object.defineProperty(owner, name, own);
    else Reflect.deleteProperty(owner, name);
  };
};

/** What the element uses of a `Storage`; its keys are properties, as a real one's are. */
const emptyStorage = (): object => {
  const methods = {
    getItem: (key: string) => items[key] ?? null,
    setItem: (key: string, value: string) => void (items[key] = value),
    removeItem: (key: string) => void Reflect.deleteProperty(items, key),
    clear: () => Object.keys(items).forEach(methods.removeItem),
  };
  const items = Object.create(methods) as Record<string, string>;
  return items;
};
