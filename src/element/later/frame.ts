import type { View } from '../choose-view.ts';
import type { ISpeedTestElement } from '../i-speed-test-element.ts';
import type { Surroundings } from '../render-view.ts';
import type { VisitController } from '../visit-controller.ts';

/** The layouts that are more than the card, and what stands in where the engine is blocked. */
export type FrameName = 'banner' | 'kiosk' | 'blocked';

/** What holds a view in such a layout, from the element's coming into the page to its leaving. */
export interface Frame {
  /** `plain` paints the view as the card does. Null until the language's words have come. */
  readonly render: (view: View, around: Surroundings, plain: () => unknown) => unknown;
  /** Shows the whole card, where the layout is smaller. */
  readonly openCard: () => void;
  /** After each painting; answers what is in front. */
  readonly settle: (root: HTMLElement | DocumentFragment, view: View) => HTMLElement | DocumentFragment;
  readonly close: () => void;
}

/** What a frame's part exports. */
export type OpenFrame = (element: ISpeedTestElement, visit: VisitController) => Frame;
