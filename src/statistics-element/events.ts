import type { Choices } from './choices.ts';

/** Somebody chose another period, place, kind of line or measure. The attributes already say so. */
export class StatisticsChangeEvent extends Event {
  readonly choices: Choices;
  constructor(choices: Choices) {
    super('i-speed-statistics-change', { bubbles: true, composed: true });
    this.choices = choices;
  }
}

declare global {
  interface HTMLElementEventMap {
    'i-speed-statistics-change': StatisticsChangeEvent;
  }
}
