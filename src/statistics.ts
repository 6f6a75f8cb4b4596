/** Public browser entry of the second element. Importing it registers `<i-speed-statistics>`, its only side effect. */
import { ISpeedStatisticsElement } from './statistics-element/i-speed-statistics-element.ts';

export { ISpeedStatisticsElement };
export { StatisticsChangeEvent } from './statistics-element/events.ts';
export type { AccessChoice, Choices, Measure } from './statistics-element/choices.ts';

declare global {
  interface HTMLElementTagNameMap {
    'i-speed-statistics': ISpeedStatisticsElement;
  }
}

// A page may load the script twice: the first copy stays. A foreign class of that name is an error.
const known = customElements.get(ISpeedStatisticsElement.tag);
if (known === undefined || !('tag' in known))
  customElements.define(ISpeedStatisticsElement.tag, ISpeedStatisticsElement);
