import type { PointAddresses } from './policy.ts';
import { distUrl, SCRIPT_FILE } from './snippet.ts';

/** What the snippets and policies need to know of a collector. */
export interface CollectorFacts {
  readonly points: readonly PointAddresses[];
  /** Hash of the script that it serves now. */
  readonly integrity: string;
}

/** Asks a collector for its points and the hash of its script; null where it cannot be read. */
export const readCollector = async (collector: string, signal: AbortSignal): Promise<CollectorFacts | null> => {
  try {
    const [{ points }, hashes] = await Promise.all([
      json<{ readonly points?: readonly PointAddresses[] }>(`${collector}/v1/points`, signal),
      json<Readonly<Record<string, string>>>(distUrl({ collector }, 'integrity.json'), signal),
    ]);
    const integrity = hashes[SCRIPT_FILE];
    return points && integrity ? { points, integrity } : null;
  } catch {
    return null;
  }
};

const json = async <T>(url: string, signal: AbortSignal): Promise<T> => {
  const response = await fetch(url, { signal, cache: 'no-cache' });
  if (!response.ok) throw new Error(`${url}: status ${response.status}`);
  return (await response.json()) as T;
};
