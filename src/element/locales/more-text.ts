import type { Use, Verdict } from '../../estimator/rating.ts';
import type { ENGINE_FLAGS } from '../../protocol/flag.ts';
import type { IpFamily, PointScope } from '../../protocol/point.ts';
import type { ResultState } from '../../protocol/submission.ts';
import type { Text } from './text.ts';

type Words<Name extends string> = Readonly<Record<Name, string>>;

/** The words of what is loaded later: a result's meaning, sharing, history, questions, kiosk. */
export interface MoreText {
  readonly delivery: Readonly<Record<'sending' | 'kept' | 'refused' | 'private' | ResultState, string>>;
  readonly share: string;
  /** Of the banner. */
  readonly open: string;
  readonly close: string;
  readonly measureNow: string;
  /** {province}, {votes}, {needed}. */
  readonly progressNow: string;
  /** {missing}. */
  readonly progressMissing: string;
  readonly progressInvite: string;
  readonly progressEnough: string;
  readonly freeAndShort: string;
  readonly partial: string;
  /** {share}. */
  readonly margin: string;
  readonly marginWide: string;
  readonly whileDownloading: string;
  readonly whileUploading: string;
  readonly jitter: string;
  readonly idle: string;
  readonly goodFor: string;
  readonly use: Words<Use>;
  readonly verdict: Words<Verdict>;
  readonly ipv6: Readonly<Record<'works' | 'fails' | 'unknown', Words<'title' | 'meaning'>>>;
  readonly details: string;
  readonly loss: string;
  readonly point: string;
  readonly scope: Words<PointScope>;
  readonly operator: string;
  readonly connection: string;
  readonly family: Readonly<Record<IpFamily, string>>;
  readonly notes: string;
  /** What the collector finds is told by `delivery`: its flags are for those who audit. */
  readonly flag: Words<(typeof ENGINE_FLAGS)[number]>;
  /** {growth}, milliseconds. */
  readonly underLoad: Words<'title' | Verdict>;
  /** {province}, {operator}, {month}, {votes}, {missing}. */
  readonly comparison: Words<'title' | 'you' | 'province' | 'operator' | 'unpublished' | 'noProvince'>;
  /** `message`: {download}, {upload}, {latency}. */
  readonly sharing: Words<
    | 'title'
    | 'lead'
    | 'leadUnconfirmed'
    | 'unsent'
    | 'scan'
    | 'copy'
    | 'copied'
    | 'selected'
    | 'send'
    | 'image'
    | 'preview'
    | 'message'
    | 'caption'
  >;
  /** `eraseSure`: {count}. `range`: {name}, {least}, {most}. */
  readonly past: Words<
    | 'title'
    | 'lead'
    | 'empty'
    | 'when'
    | 'plot'
    | 'saveCsv'
    | 'erase'
    | 'eraseSure'
    | 'eraseNow'
    | 'keep'
    | 'erased'
    | 'range'
    | 'testId'
    | 'back'
  >;
  /** `formerly`: {names}. */
  readonly questions: Words<'title' | 'search' | 'formerly' | 'none' | 'skip' | 'accessTitle' | 'unknown' | 'done'>;
  /** The way to the collector's own page, where the test is blocked in this one. */
  readonly elsewhere: Words<'link' | 'code'>;
  /** `resetIn`: {seconds}. */
  readonly kiosk: Words<
    | 'attract'
    | 'attractMore'
    | 'ownPhone'
    | 'ownPhoneLead'
    | 'takeAway'
    | 'takeAwayLead'
    | 'stillThere'
    | 'resetIn'
    | 'stay'
    | 'finish'
    | 'offline'
    | 'monitoring'
  >;
}

/** A whole language. */
export type FullText = Text & MoreText;
