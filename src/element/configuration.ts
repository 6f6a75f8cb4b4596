import { type Failure, failure } from '../protocol/failure.ts';
import { ID_PATTERN, ID_RULE } from '../protocol/identifier.ts';
import { PLAN_NAMES, PLAN_RULE } from '../protocol/plan.ts';
import type { ProvinceCode } from '../protocol/province.ts';
import type { TestRequest } from '../protocol/ticket.ts';
import { isMixedContent } from './mixed-content.ts';
import { provinceCode } from './place.ts';

/** The attributes as they stand in the page. */
export interface Attributes {
  readonly collector: string | null;
  readonly site: string | null;
  readonly province: string | null;
  readonly commune: string | null;
  readonly plan: string | null;
  readonly kiosk: string | null;
}

/** The attributes, checked. */
export interface Configuration {
  /** Absolute, without a slash at its end. */
  readonly collector: string;
  readonly request: TestRequest;
  /** Null too where the attribute is no code: a wrong province spoils nothing but the province's own figure. */
  readonly province: ProvinceCode | null;
  /** Five digits, or null; whether there is such a commune only the collector knows. */
  readonly commune: string | null;
}

const misconfigured = (message: string): Failure => failure('misconfigured', message);

/** Checks what the webmaster wrote; the failure's message says which attribute to mend and how. */
export const parseConfiguration = (attributes: Attributes): Configuration | Failure => {
  const { collector, site, plan, kiosk } = attributes;
  if (!collector)
    return misconfigured(
      'The attribute collector is missing. Write the address of the collector: collector="https://…".',
    );
  const url = parseUrl(collector);
  if (!url || !/^https?:$/.test(url.protocol) || url.search || url.hash)
    return misconfigured(`collector="${collector}" is not an address. Write one like https://collector.example.vn.`);
  if (isMixedContent(url.href))
    return misconfigured(`This page is https, so browsers forbid collector="${collector}". Write an https address.`);
  const planName = plan === null ? 'standard' : PLAN_NAMES.find((name) => name === plan);
  if (!planName) return misconfigured(PLAN_RULE);
  for (const [name, value] of Object.entries({ site, kiosk }))
    if (value !== null && !ID_PATTERN.test(value)) return misconfigured(`${name} must be ${ID_RULE}`);
  return {
    collector: url.href.replace(/\/$/, ''),
    request: { site, plan: planName, ...(kiosk !== null && { kiosk }) },
    province: provinceCode(attributes.province),
    commune: /^\d{5}$/.exec(attributes.commune ?? '')?.[0] ?? null,
  };
};

/** `URL.canParse` is younger than the browsers of many kiosks. */
const parseUrl = (text: string): URL | null => {
  try {
    return new URL(text);
  } catch {
    return null;
  }
};
