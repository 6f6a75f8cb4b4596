import type { TemplateResult } from 'lit';
import type { ISpeedTestElement } from '../i-speed-test-element.ts';
import type { Language } from '../language-controller.ts';
import type { FullText } from '../locales/more-text.ts';
import type { VisitController } from '../visit-controller.ts';

/** What lies over the card for a while: sharing, history, questions. */
export type PanelName = 'share' | 'history' | 'questions';

/** A panel keeps what it needs between two paintings, and is forgotten when it is closed. */
export interface Panel {
  readonly render: (language: Language, text: FullText) => TemplateResult;
}

/** What a panel's part exports. It asks the element to be painted again after a change of its own. */
export type OpenPanel = (element: ISpeedTestElement, visit: VisitController) => Panel;
