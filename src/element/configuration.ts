import * as v from 'valibot';
import { type Failure, failure } from '../protocol/failure.ts';
import { type ProvinceCode, ProvinceCodeSchema } from '../protocol/province.ts';
import { type TestRequest, TestRequestSchema } from '../protocol/ticket.ts';

/** The attributes as they stand in the page. */
export interface Attributes {
  readonly collector: string | null;
  readonly site: string | null;
  readonly province: string | null;
  readonly plan: string | null;
}

/** The attributes, checked. */
export interface Configuration {
  /** Absolute, without a slash at its end. */
  readonly collector: string;
  readonly request: TestRequest;
  /** Null too where the attribute is no code: a wrong province spoils nothing but the province's own figure. */
  readonly province: ProvinceCode | null;
}

const misconfigured = (message: string): Failure => failure('misconfigured', message);

/** Checks what the webmaster wrote; the failure's message says which attribute to mend and how. */
export const parseConfiguration = (attributes: Attributes): Configuration | Failure => {
  const { collector, site, plan } = attributes;
  if (!collector)
    return misconfigured(
      'The attribute collector is missing. Write the address of the collector: collector="https://…".',
    );
  const url = parseUrl(collector);
  if (!url || !/^https?:$/.test(url.protocol) || url.search || url.hash)
    return misconfigured(`collector="${collector}" is not an address. Write one like https://collector.example.vn.`);
  if (location.protocol === 'https:' && url.protocol === 'http:' && !isLoopback(url.hostname))
    return misconfigured(`This page is https, so browsers forbid collector="${collector}". Write an https address.`);
  const request = v.safeParse(TestRequestSchema, { site, plan });
  if (!request.success) return misconfigured(request.issues[0].message);
  const province = v.safeParse(ProvinceCodeSchema, attributes.province);
  return {
    collector: url.href.replace(/\/$/, ''),
    request: request.output,
    province: province.success ? province.output : null,
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

/** Browsers trust these without TLS (Secure Contexts, 3.1). */
const isLoopback = (hostname: string): boolean => /^(localhost|.+\.localhost|127(\.\d+){3}|\[::1\])$/.test(hostname);
