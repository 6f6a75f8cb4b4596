import { isMixedContent } from './mixed-content.ts';

/**
 * The attribute `collector`, checked: an absolute address without a slash at its end, or else what the webmaster has to mend, in English
 * as everything for logs.
 */
export const collectorAddress = (
  collector: string | null,
): { readonly address: string } | { readonly mend: string } => {
  if (!collector)
    return { mend: 'The attribute collector is missing. Write the address of the collector: collector="https://…".' };
  const url = parseUrl(collector);
  if (!url || !/^https?:$/.test(url.protocol) || url.search || url.hash)
    return { mend: `collector="${collector}" is not an address. Write one like https://collector.example.vn.` };
  if (isMixedContent(url.href))
    return { mend: `This page is https, so browsers forbid collector="${collector}". Write an https address.` };
  return { address: url.href.replace(/\/$/, '') };
};

/** `URL.canParse` is younger than the browsers of many kiosks. */
const parseUrl = (text: string): URL | null => {
  try {
    return new URL(text);
  } catch {
    return null;
  }
};
