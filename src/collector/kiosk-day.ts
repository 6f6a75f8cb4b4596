import { KIOSK_HEARTBEAT_MS, type KioskHeartbeat } from '../protocol/kiosk.ts';
import type { Millis } from '../protocol/units.ts';
import { vietnamDay } from './vietnam-calendar.ts';

/** One kiosk on one day: of how much of it is known that it was there. */
export interface KioskDay {
  readonly site: string;
  readonly kiosk: string;
  /** YYYY-MM-DD in Vietnam's time. */
  readonly day: string;
  /** Each stands for {@link KIOSK_HEARTBEAT_MS} of presence: 288 are a whole day. */
  readonly beats: number;
  /** When the last of them came, by the collector's clock, ISO 8601. */
  readonly lastSeen: string;
  /** What the page said last: its version, its last run's failure, its results since it was loaded. */
  readonly version: string;
  readonly lastFailure: KioskHeartbeat['lastFailure'];
  readonly results: number;
}

/** A kiosk's word that it is there, as it came in. */
export interface KioskBeat {
  readonly site: string;
  readonly kiosk: string;
  /** By the collector's clock, ISO 8601. */
  readonly at: string;
  readonly heartbeat: KioskHeartbeat;
}

/** A beat that comes sooner after the last one is no more presence: a page that was loaded again, a second window, or a flood. */
export const MIN_BEAT_GAP_MS: Millis = KIOSK_HEARTBEAT_MS / 2;

/** The day after one more beat; pure. `before` is the same kiosk's same day so far, null where this is its first beat. */
export const withBeat = (before: KioskDay | null, { site, kiosk, at, heartbeat }: KioskBeat): KioskDay => {
  const { version, lastFailure, results } = heartbeat;
  const said = { site, kiosk, day: vietnamDay(at), version, lastFailure, results };
  if (!before) return { ...said, beats: 1, lastSeen: at };
  const early = Date.parse(at) - Date.parse(before.lastSeen) < MIN_BEAT_GAP_MS;
  return early
    ? { ...said, beats: before.beats, lastSeen: before.lastSeen }
    : { ...said, beats: before.beats + 1, lastSeen: at };
};
