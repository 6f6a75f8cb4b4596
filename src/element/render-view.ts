import type { TemplateResult } from 'lit';
import { PLAN_NAMES, PLANS } from '../protocol/plan.ts';
import type { Grant } from '../protocol/ticket.ts';
import { byPerson } from './by-person.ts';
import type { View } from './choose-view.ts';
import type { Format } from './format.ts';
import type { Text } from './locales/text.ts';
import { costSentence } from './parts/cost.ts';
import { asking } from './views/asking.ts';
import { banner } from './views/banner.ts';
import { failed } from './views/failed.ts';
import { finished, type FinishedModel } from './views/finished.ts';
import { idle } from './views/idle.ts';
import { running } from './views/running.ts';

/** What a person can answer to the question before the first test. */
export type Answer = 'agreed' | 'refused';

/** What every view may need besides its own facts. */
export interface Surroundings {
  readonly text: Text;
  readonly format: Format;
  /** The attribute; an unknown plan is told as a mistake elsewhere. */
  readonly plan: string | null;
  readonly delivery: FinishedModel['delivery'];
  readonly onStart: () => void;
  readonly onAnswer: (answer: Answer) => void;
  readonly onCancel: () => void;
}

/** Hands each view its model. */
export const renderView = (view: View, around: Surroundings): TemplateResult => {
  const { text, format, delivery, onAnswer, onCancel } = around;
  const onStart = byPerson(around.onStart);
  const cost = () => costSentence(PLANS[PLAN_NAMES.find((name) => name === around.plan) ?? 'standard'], text, format);
  switch (view.kind) {
    case 'idle':
      return idle({ cost: cost(), onStart }, text);
    case 'asking':
      return asking(
        { cost: cost(), onAgree: byPerson(() => onAnswer('agreed')), onRefuse: () => onAnswer('refused') },
        text,
      );
    case 'running': {
      const { snapshot, grant } = view;
      return running({ snapshot, pointName: nameOfPoint(grant, snapshot?.pointId), format, onCancel }, text);
    }
    case 'finished': {
      const { snapshot, end, explained } = view;
      const { result, grant } = end;
      const pointName = nameOfPoint(grant, result.point?.id);
      return finished({ result, snapshot, pointName, delivery, format, explained, onAgain: onStart }, text);
    }
    case 'failed':
      return failed({ failure: view.failure, onRetry: onStart }, text);
    case 'banner':
      return banner(view.failure, text);
  }
};

const nameOfPoint = (grant: Grant | null, id: string | null | undefined): string | null =>
  grant?.points.find((point) => point.id === id)?.name ?? null;
