import { ID_PATTERN } from '../../src/protocol/identifier.ts';
import { PLAN_NAMES, type PlanName } from '../../src/protocol/plan.ts';
import { PROVINCES, type ProvinceCode } from '../../src/protocol/province.ts';

/** How the test gets into the page. */
export const FORMS = ['script', 'script-pinned', 'own-worker', 'iframe'] as const;
export type Form = (typeof FORMS)[number];
export const LAYOUTS = ['card', 'banner', 'kiosk'] as const;
export const SIZES = ['728x90', '300x250', '320x100'] as const;
export const LOCALES = ['vi', 'en'] as const;

/** Everything a webmaster decides; null is the element's own default. */
export interface Choice {
  readonly form: Form;
  /** Absolute, without a slash at its end. */
  readonly collector: string;
  readonly site: string | null;
  readonly province: ProvinceCode | null;
  readonly layout: (typeof LAYOUTS)[number];
  /** Of a banner. */
  readonly size: (typeof SIZES)[number] | null;
  readonly locale: (typeof LOCALES)[number] | null;
  readonly plan: PlanName | null;
  /** Name of a kiosk at its site. */
  readonly kiosk: string | null;
  /** `#rrggbb`. */
  readonly accent: string | null;
  /** Of the corners, in CSS pixels. */
  readonly radius: number | null;
  /** Where the page's own server has `engine-worker.js`. */
  readonly workerSrc: string;
  /** The old banner, which stays for browsers without the test. */
  readonly bannerLink: string;
  readonly bannerImage: string;
  readonly bannerText: string;
}

/** The fields of the form, as people fill them in. */
export type Fields = { readonly [Name in keyof Choice]: string };

export const DEFAULTS: Omit<Fields, 'collector'> = {
  form: 'script',
  site: 'danang-portal',
  province: '48',
  layout: 'card',
  size: '',
  locale: '',
  plan: '',
  kiosk: '',
  accent: '',
  radius: '',
  workerSrc: '/js/engine-worker.js',
  bannerLink: '/banner-cu',
  bannerImage: '/banner-cu.png',
  bannerText: 'Đo tốc độ Internet',
};

/** The field that is wrong, and in which way. */
export interface Mistake {
  readonly field: keyof Choice;
  readonly reason:
    'not-a-choice' | 'not-an-address' | 'not-an-id' | 'not-a-colour' | 'not-a-radius' | 'not-own' | 'missing';
}

export const MAX_RADIUS = 60;

/** Fields → a choice, or all that is wrong with them. */
export const parseChoice = (
  fields: Fields,
):
  | { readonly choice: Choice; readonly mistakes: null }
  | { readonly choice: null; readonly mistakes: readonly Mistake[] } => {
  const mistakes: Mistake[] = [];
  const wrong = (field: keyof Choice, reason: Mistake['reason']): null => {
    mistakes.push({ field, reason });
    return null;
  };
  const text = (field: keyof Choice): string | null => fields[field].trim() || null;
  const oneOf = <Known extends string>(field: keyof Choice, known: readonly Known[]): Known | null => {
    const value = text(field);
    if (value === null) return null;
    return known.find((one) => one === value) ?? wrong(field, 'not-a-choice');
  };
  const id = (field: keyof Choice): string | null => {
    const value = text(field);
    return value === null || ID_PATTERN.test(value) ? value : wrong(field, 'not-an-id');
  };
  const matching = (field: keyof Choice, pattern: RegExp, reason: Mistake['reason']): string | null => {
    const value = text(field);
    return value === null || pattern.test(value) ? value : wrong(field, reason);
  };

  const form = oneOf('form', FORMS) ?? 'script';
  const layout = oneOf('layout', LAYOUTS) ?? 'card';
  const site = id('site');
  // The frame's page asks who may embed it; the script asks nobody.
  if (form === 'iframe' && fields.site.trim() === '') wrong('site', 'missing');
  const radius = matching('radius', /^\d{1,2}$/, 'not-a-radius');
  if (Number(radius) > MAX_RADIUS) wrong('radius', 'not-a-radius');
  const size = oneOf('size', SIZES);
  const kiosk = id('kiosk');
  const choice: Choice = {
    form,
    layout,
    site,
    collector: parseCollector(fields.collector) ?? wrong('collector', 'not-an-address') ?? '',
    province: oneOf(
      'province',
      PROVINCES.map(([code]) => code),
    ),
    size: layout === 'banner' ? size : null,
    locale: oneOf('locale', LOCALES),
    plan: oneOf('plan', PLAN_NAMES),
    kiosk: layout === 'kiosk' ? kiosk : null,
    accent: matching('accent', /^#[\da-f]{6}$/i, 'not-a-colour')?.toLowerCase() ?? null,
    radius: radius === null ? null : Number(radius),
    workerSrc: matching('workerSrc', OWN_ADDRESS, 'not-own') ?? DEFAULTS.workerSrc,
    bannerLink: text('bannerLink') ?? DEFAULTS.bannerLink,
    bannerImage: text('bannerImage') ?? DEFAULTS.bannerImage,
    bannerText: text('bannerText') ?? DEFAULTS.bannerText,
  };
  return mistakes.length > 0 ? { choice: null, mistakes } : { choice, mistakes: null };
};

/** A path of the page's own server: a worker of another one is forbidden by every browser. */
const OWN_ADDRESS = /^(?![a-z][a-z0-9+.-]*:|\/\/)[^\s"<>\\]+$/i;

const parseCollector = (text: string): string | null => {
  const trimmed = text.trim();
  if (!URL.canParse(trimmed)) return null;
  const { protocol, search, hash, username, password, href } = new URL(trimmed);
  const isPlain = /^https?:$/.test(protocol) && search + hash + username + password === '';
  return isPlain ? href.replace(/\/+$/, '') : null;
};
