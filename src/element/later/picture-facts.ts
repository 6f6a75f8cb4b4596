import type { Result } from '../../protocol/result.ts';
import type { Language } from '../language-controller.ts';
import { directionOf } from '../../page/choose-locale.ts';
import type { FullText } from '../locales/more-text.ts';
import { nameOfPoint } from '../name-of-point.ts';
import { provinceName } from '../../protocol/province.ts';
import type { VisitController } from '../visit-controller.ts';
import { instantsIn } from './instants-in.ts';
import type { PictureFacts } from './picture-layout.ts';

interface Shared extends Pick<VisitController, 'place' | 'run'> {
  readonly result: Result;
  readonly link: string | null;
}

/** What the picture of a result says. */
export const pictureFacts = (
  { result, link, place, run }: Shared,
  { tag, format }: Language,
  text: FullText,
): PictureFacts => {
  const { startedAt, latency, operator, point } = result;
  const grant = run.status === 'ended' ? run.end.grant : null; // it names the points
  const rate = (tone: 'download' | 'upload') => {
    const measured = result[tone];
    return {
      ...{ name: text[tone], tone },
      value: measured && format.rate(measured.bitsPerSecond),
      unit: measured ? text.megabitsPerSecond : text.notMeasured,
    };
  };
  const details: readonly (readonly [string, string | null | undefined])[] = [
    [text.latency, latency.idle && `${format.milliseconds(latency.idle.medianMs)} ms`],
    [text.operator, operator?.name],
    [text.point, point && (nameOfPoint(grant, point.id) ?? point.id)],
    [text.province, provinceName(place.province, tag)],
  ];
  return {
    direction: directionOf(tag),
    title: text.title,
    when: startedAt === null ? null : instantsIn(tag)(startedAt),
    rates: [rate('download'), rate('upload')],
    details: details.flatMap(([name, value]) => (value ? [{ name, value }] : [])),
    link: link === null ? null : { address: link, caption: text.sharing.caption, scan: text.sharing.scan },
  };
};
