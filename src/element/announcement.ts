import type { View } from './choose-view.ts';
import type { Format } from '../page/format.ts';
import { fill } from '../page/fill.ts';
import type { Text } from './locales/text.ts';
import type { Throughput } from '../protocol/result.ts';

/** What a screen reader hears: each phase once, and the end as one sentence. Running numbers are left to those who look for them. */
export const announcementOf = (view: View, text: Text, format: Format): string => {
  switch (view.kind) {
    case 'idle':
      return '';
    case 'asking':
      return text.asking.title;
    case 'running':
      return view.snapshot ? text.phase[view.snapshot.phase] : view.isWaiting ? text.waiting : text.preparing;
    case 'panel':
      return '';
    case 'failed':
    case 'fallback':
      return view.failure
        ? `${text.failure[view.failure.code].sentence} ${text.failure[view.failure.code].advice}`
        : '';
    case 'finished': {
      const { download, upload, latency } = view.end.result;
      const rate = (measured: Throughput | null) =>
        measured ? `${format.rate(measured.bitsPerSecond)} ${text.megabitsPerSecond}` : text.notMeasured;
      const idle = latency.idle ? `${format.milliseconds(latency.idle.medianMs)} ms` : text.notMeasured;
      return fill(text.summary, { download: rate(download), upload: rate(upload), latency: idle });
    }
    default:
      view satisfies never;
      return '';
  }
};
