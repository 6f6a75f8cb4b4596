import { html, nothing, type TemplateResult } from 'lit';
import { PLANS, type PlanName } from '../protocol/plan.ts';
import { announcementOf } from './announcement.ts';
import { byPerson } from './by-person.ts';
import type { View } from './choose-view.ts';
import type { Shown } from './delivery.ts';
import type { Language } from './language-controller.ts';
import type { Panel, PanelName } from './later/panel.ts';
import { fill } from '../page/fill.ts';
import { costSentence, most } from './parts/cost.ts';
import { nameOfPoint } from './name-of-point.ts';
import type { PartsController } from './parts-controller.ts';
import { provinceName } from '../protocol/province.ts';
import type { Place } from './place.ts';
import { asking } from './views/asking.ts';
import { done } from './views/done.ts';
import { failed } from './views/failed.ts';
import { fallback } from './views/fallback.ts';
import { idle } from './views/idle.ts';
import { preparing } from './views/preparing.ts';

/** What a person can answer to the question before the first test. */
export type Answer = 'agreed' | 'agreed-saver' | 'refused';

/** What a person can do, in any layout. */
export interface Actions {
  /** Of a button: scripts that click it start nothing. */
  readonly startByPerson: (event: Event) => void;
  readonly startSaverByPerson: (event: Event) => void;
  readonly answer: (answer: Answer) => void;
  readonly cancel: () => void;
  /** Shows the whole card over the page; for layouts that are smaller. */
  readonly openCard: () => void;
  readonly open: (panel: PanelName) => void;
}

/** What every view may need besides its own facts. */
export interface Surroundings {
  readonly language: Language;
  readonly parts: PartsController;
  readonly panel: Panel | null;
  readonly plan: PlanName;
  /** The page leaves the plan open, so that a person may save data. */
  readonly mayChoosePlan: boolean;
  readonly isMetered: boolean;
  readonly place: Place;
  readonly keepsHistory: boolean;
  readonly hasHistory: () => boolean;
  readonly delivery: Shown;
  /** Null where the attribute is wrong. */
  readonly collector: string | null;
  /** Paints again, when something was fetched. */
  readonly repaint: () => void;
  readonly act: Actions;
}

/** Hands each view its model. */
export const renderView = (view: View, around: Surroundings): TemplateResult | typeof nothing => {
  const { language, act } = around;
  const { text, format } = language;
  switch (view.kind) {
    case 'idle':
      return idle(
        { ...beforeTest(around), hasHistory: around.hasHistory(), onHistory: () => act.open('history') },
        text,
      );
    case 'asking':
      return asking(
        {
          ...beforeTest(around),
          onAgree: byPerson(() => act.answer('agreed')),
          onAgreeSaver: byPerson(() => act.answer('agreed-saver')),
          onRefuse: () => act.answer('refused'),
        },
        text,
      );
    case 'running': {
      const { snapshot, grant } = view;
      const pointName = nameOfPoint(grant, snapshot?.pointId);
      const title = announcementOf(view, text, format);
      const model = { snapshot, title, pointName, format, onCancel: act.cancel };
      return (around.parts.get('run')?.running ?? preparing)(model, text);
    }
    case 'finished': {
      const part = around.parts.get('run');
      const more = language.more();
      return part && more
        ? part.renderFinished(view, around, more)
        : done({ sentence: announcementOf(view, text, format), onAgain: act.startByPerson }, text);
    }
    case 'failed':
      return failed({ failure: view.failure, onRetry: act.startByPerson }, text);
    case 'panel': {
      const more = language.more();
      return more && around.panel ? around.panel.render(language, more) : html`<section aria-busy="true"></section>`;
    }
    case 'fallback':
      return fallback(view.failure, text);
  }
};

/** The facts that idle and the question show alike. */
const beforeTest = ({ language, plan, mayChoosePlan, isMetered, place, act }: Surroundings) => {
  const { text, format, tag } = language;
  return {
    cost: costSentence(PLANS[plan], text, format),
    saver: mayChoosePlan ? fill(text.agreeSaver, { most: most(PLANS.saver, format) }) : null,
    isMetered,
    provinceName: provinceName(place.province, tag),
    access: place.access,
    onStart: act.startByPerson,
    onStartSaver: act.startSaverByPerson,
    onChange: () => act.open('questions'),
  };
};
