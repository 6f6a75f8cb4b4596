import type { Reason } from '../../protocol/verdict.ts';
import type { AccessChoice, Measure } from '../choices.ts';
import type { Standing } from '../measured.ts';

type Words<Name extends string> = Readonly<Record<Name, string>>;

/** Every word of the element; what is in braces is filled in (`fill.ts`). */
export interface Text {
  readonly title: string;
  readonly simulated: string;
  readonly country: string;
  readonly choose: Words<'period' | 'access' | 'province' | 'measure'>;
  readonly periods: Words<'months' | 'quarters' | 'years' | 'running'>;
  /** {month} */
  readonly month: string;
  /** {quarter}, {roman}, {year} */
  readonly quarter: string;
  readonly year: string;
  readonly access: Words<AccessChoice>;
  readonly accessLong: Words<AccessChoice>;
  readonly measure: Words<Measure>;
  readonly measureLong: Words<Measure>;
  readonly interval: string;
  /** {p10}, {p90} */
  readonly spread: string;
  readonly spreadLatency: string;
  /** {count} */
  readonly votes: string;
  /** {places}, {all} */
  readonly place: string;
  /** {from}, {to} */
  readonly places: string;
  readonly standing: Words<Standing>;
  readonly standingWhy: Words<Standing>;
  /** {count} */
  readonly needs: string;
  readonly reasons: Words<Reason['code']>;
  readonly otherReason: string;
  readonly mixed: string;
  /** {count} */
  readonly publishable: string;
  readonly paired: Words<'title' | 'ipv4' | 'ipv6' | 'ratio' | 'same' | 'of'>;
  readonly map: Words<
    | 'title'
    | 'hint'
    | 'province'
    | 'provincePlain'
    | 'provinceOpen'
    | 'islands'
    | 'legend'
    | 'below'
    | 'above'
    | 'between'
    | 'withheld'
    | 'empty'
    | 'any'
    | 'point'
  >;
  readonly table: Words<
    | 'title'
    | 'caption'
    | 'province'
    | 'intervalHead'
    | 'spread'
    | 'votes'
    | 'ipv6'
    | 'places'
    | 'verdict'
    | 'chart'
    | 'hint'
  >;
  readonly trend: Words<'title' | 'label' | 'item' | 'itemPlain' | 'itemOpen' | 'none' | 'note'>;
  readonly distribution: Words<'title' | 'label' | 'note' | 'none'>;
  readonly loading: string;
  readonly empty: string;
  readonly failed: string;
  readonly partFailed: string;
  readonly misconfigured: string;
  readonly retry: string;
  readonly csv: string;
  readonly print: string;
  /** {host}, {period}, {access}, {count} */
  readonly source: string;
  /** {version} */
  readonly rule: string;
  readonly codes: string;
  readonly columns: Words<
    | 'code'
    | 'reasons'
    | 'needs'
    | 'median'
    | 'low'
    | 'high'
    | 'placeFrom'
    | 'placeTo'
    | 'data'
    | 'real'
    | 'simulated'
    | 'source'
  >;
}
