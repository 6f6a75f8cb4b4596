import type { Result, Throughput } from '../../protocol/result.ts';
import type { Format } from '../../page/format.ts';
import { fill } from '../../page/fill.ts';
import type { FullText } from '../locales/more-text.ts';

/** The result as one sentence to send. */
export const resultMessage = ({ download, upload, latency }: Result, format: Format, text: FullText): string => {
  const rate = (measured: Throughput | null) =>
    measured ? `${format.rate(measured.bitsPerSecond)} ${text.megabitsPerSecond}` : text.notMeasured;
  return fill(text.sharing.message, {
    download: rate(download),
    upload: rate(upload),
    latency: latency.idle ? `${format.milliseconds(latency.idle.medianMs)} ms` : text.notMeasured,
  });
};
