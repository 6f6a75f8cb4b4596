import type { TemplateResult } from 'lit';
import type { Result } from '../../protocol/result.ts';
import type { Choices } from '../choices.ts';
import type { Shown } from '../delivery.ts';
import type { Language } from '../language-controller.ts';
import type { FullText } from '../locales/more-text.ts';
import type { PageStorage } from '../page-storage.ts';
import type { Place } from '../place.ts';
import type { RunState } from '../run-controller.ts';

/** What lies over the card for a while: sharing, history, questions. */
export type PanelName = 'share' | 'history' | 'questions';

/** What a panel may know and do. The getters tell how things stand now. */
export interface PanelContext {
  readonly collector: string | null;
  readonly result: Result | null;
  readonly delivery: Shown;
  readonly place: Place;
  readonly run: RunState;
  /** Where this browser, or at a kiosk this person, keeps things. */
  readonly storage: PageStorage;
  /** True at a kiosk: nothing leaves the page but by a QR code. */
  readonly isShared: boolean;
  readonly choose: (choices: Choices) => void;
  readonly close: () => void;
  /** Paints the panel again, after a change of its own. */
  readonly repaint: () => void;
}

/** A panel keeps what it needs between two paintings, and is forgotten when it is closed. */
export interface Panel {
  readonly render: (language: Language, text: FullText) => TemplateResult;
}
