/** The part of `Storage` that is used here. */
export interface PageStorage {
  readonly keys: () => string[];
  readonly get: (key: string) => string | null;
  readonly set: (key: string, value: string) => void;
  readonly remove: (key: string) => void;
}

/** Storage that lasts as long as the page. */
export const memoryStorage = (): PageStorage => {
  const items = new Map<string, string>();
  return {
    keys: () => [...items.keys()],
    get: (key) => items.get(key) ?? null,
    set: (key, value) => void items.set(key, value),
    remove: (key) => void items.delete(key),
  };
};

/** `localStorage`, and the page's memory for whatever it does not take: it may be denied by settings, sandbox or quota. */
export const createPageStorage = (open: () => Storage = () => localStorage): PageStorage => {
  const memory = memoryStorage();
  const attempt = <T>(use: (storage: Storage) => T, otherwise: T): T => {
    try {
      return use(open());
    } catch {
      return otherwise;
    }
  };
  return {
    keys: () => [...new Set([...attempt((storage) => Object.keys(storage), []), ...memory.keys()])],
    get: (key) => attempt((storage) => storage.getItem(key), null) ?? memory.get(key),
    set: (key, value) => {
      const kept = attempt((storage) => (storage.setItem(key, value), true), false);
      if (kept) memory.remove(key);
      else memory.set(key, value);
    },
    remove: (key) => {
      memory.remove(key);
      attempt((storage) => storage.removeItem(key), undefined);
    },
  };
};

/** The one of this page. */
export const pageStorage = createPageStorage();
