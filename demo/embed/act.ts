import type { Choice } from './choice.ts';
import type { PageState } from './page-state.ts';

/** What a person can do on the page. */
export interface Act {
  readonly fill: (field: keyof Choice, value: string) => void;
  readonly speak: (tag: 'vi' | 'en') => void;
  readonly inspect: (page: Partial<PageState['page']>) => void;
  /** `block` is selected where the browser gives no clipboard. */
  readonly copy: (box: string, text: string, block: Element) => void;
}
