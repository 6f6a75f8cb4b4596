import type { Progress } from '../../protocol/progress.ts';
import type { Surroundings } from '../render-view.ts';
import { fetchProgress } from './fetch-progress.ts';

/** An answer is shown this long before it is asked for again, when it is painted anew. */
const FRESH_MS = 60_000;

const answers = new Map<string, { readonly askedAt: number; progress: Progress | null }>();

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
  if (known && performance.now() - known.askedAt < FRESH_MS) return known.progress;
  const answer = { askedAt: performance.now(), progress: known?.progress ?? null };
  answers.set(key, answer);
  void fetchProgress(collector, { province, asn }).then((progress) => {
    if (!progress) return;
    answer.progress = progress;
    repaint();
  });
  return answer.progress;
};
