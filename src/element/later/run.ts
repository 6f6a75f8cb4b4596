import type { TemplateResult } from 'lit';
import type { View } from '../choose-view.ts';
import type { FullText } from '../locales/more-text.ts';
import { nameOfPoint } from '../name-of-point.ts';
import { provinceName } from '../../protocol/province.ts';
import type { Surroundings } from '../render-view.ts';
import { explanation } from './explanation.ts';
import { finished } from './finished.ts';
import { runningStyles } from '../styles/running.styles.ts';
import { metricStyles } from '../styles/metric.styles.ts';
import { resultStyles } from '../styles/result.styles.ts';
import { usesStyles } from '../styles/uses.styles.ts';
import { progressOf } from './progress-of.ts';

export { createDatagramPeer } from './datagrams.ts';
export { running } from './running.ts';

/** What a run needs in the page, fetched before its first byte is measured. */
export const styles = [runningStyles, metricStyles, usesStyles, resultStyles];

/** The finished view: the numbers, and a moment later what they mean. */
export const renderFinished = (
  { end, snapshot, explained }: Extract<View, { kind: 'finished' }>,
  around: Surroundings,
  text: FullText,
): TemplateResult => {
  const { language, place, delivery, act } = around;
  const { result, grant } = end;
  const { format, tag } = language;
  const asn = result.operator?.asn ?? null;
  return finished(
    {
      ...{ result, snapshot, delivery, format },
      explanation: explained
        ? explanation(
            {
              ...{ result, format },
              pointName: nameOfPoint(grant, result.point?.id),
              provinceName: provinceName(place.province, tag),
              progress: progressOf({ ...around, asn }),
            },
            text,
          )
        : null,
      onAgain: act.startByPerson,
      onShare: () => act.open('share'),
      onHistory: around.keepsHistory ? () => act.open('history') : null,
    },
    text,
  );
};
