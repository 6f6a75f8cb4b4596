import type { KioskBeat, KioskDay } from './kiosk-day.ts';

/** The largest site has a handful of kiosks in each of its wards; more names than this in a month are made up. */
export const MAX_KIOSKS_PER_SITE = 500;

/** Where it is kept when which kiosk was there. */
export interface KioskStore {
  /**
   * Notes a beat in its kiosk's day ({@link import('./kiosk-day.ts').withBeat}). Answers false, and notes nothing, where the kiosk would
   * be the site's first above `maxKiosks` in that month.
   */
  readonly beat: (beat: KioskBeat, maxKiosks: number) => Promise<boolean>;
  /** The days of a site's kiosks in a month (YYYY-MM in Vietnam's time), by day and kiosk in that order. */
  readonly kiosks: (site: string, month: string) => Promise<KioskDay[]>;
}
