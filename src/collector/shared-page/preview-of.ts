import type { Throughput } from '../../protocol/result.ts';
import type { StoredResult } from '../../protocol/submission.ts';
import type { Finding } from './finding.ts';
import type { Idiom } from './idiom.ts';

/** What a message that carries the address shows of its page (Open Graph). */
export interface Preview {
  readonly title: string;
  readonly description: string;
}

/** The numbers and how they came about; but numbers that something speaks against are not for a line that everybody reads. */
export const previewOf = (result: StoredResult, finding: Finding, idiom: Idiom): Preview => {
  const { text, rate, milliseconds, date, provinceName } = idiom;
  const outcome = text.preview.outcome[finding.kind];
  if (finding.kind === 'contradicted') return { title: outcome, description: text.check.doubt[finding.doubt] };
  const { download, upload, latency, operator, startedAt, receivedAt } = result;
  const known = (direction: Throughput | null) => (direction ? rate(direction.bitsPerSecond) : '–');
  const facts = [
    provinceName(result),
    operator?.name,
    latency.idle && text.preview.latency(milliseconds(latency.idle.medianMs)),
    date(startedAt ?? receivedAt),
    outcome,
  ];
  return { title: text.preview.rates(known(download), known(upload)), description: facts.filter(Boolean).join(' · ') };
};
