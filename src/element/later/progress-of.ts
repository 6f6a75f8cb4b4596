import type { Progress } from '../../protocol/progress.ts';
import type { Millis } from '../../protocol/units.ts';
import type { Surroundings } from '../render-view.ts';
import { fetchProgress } from './fetch-progress.ts';

/** An answer is shown this long before it is asked for again, when it is painted anew. */
const FRESH_MS: Millis = 60_000;

interface Answer {
  readonly askedAt: Millis;
  progress: Progress | null;
  /** Whoever waits for it; several elements may show one province. */
  readonly waiting: Set<() => void>;
}

const answers = new Map<string, Answer>();

/** How the province stands, beside one operator; null until somebody has answered, and where no province was said. */
export const progressOf = ({
  collector,
  place: { province },
  asn,
  repaint,
}: Pick<Surroundings, 'collector' | 'place' | 'repaint'> & { readonly asn: number | null }): Progress | null => {
  if (collector === null || province === null) return null;
  const key = `${collector} ${province} ${asn}`;
  const known = answers.get(key);
  if (known && performance.now() - known.askedAt < FRESH_MS) {
    if (!known.progress) known.waiting.add(repaint);
    return known.progress;
  }
  const answer: Answer = { askedAt: performance.now(), progress: known?.progress ?? null, waiting: new Set([repaint]) };
  answers.set(key, answer);
  void fetchProgress(collector, { province, asn }).then((progress) => {
    answer.progress = progress ?? answer.progress;
    for (const paint of answer.waiting) paint();
    answer.waiting.clear();
  });
  return answer.progress;
};
