import { EMBED_ATTRIBUTES, EMBED_PATH, EMBED_PROPERTIES, EMBED_SCHEME } from '../../protocol/frame-message.ts';

/** The collector's page that shows what this element would, in its language and the page's colours. */
export const embedAddress = (element: HTMLElement, collector: string, language: string): string => {
  const address = new URL(collector + EMBED_PATH);
  const add = (name: string, value: string | null) => {
    if (value) address.searchParams.set(name, value);
  };
  for (const name of EMBED_ATTRIBUTES) add(name, element.getAttribute(name));
  add('locale', language);
  const style = getComputedStyle(element);
  for (const name of EMBED_PROPERTIES) add(name, style.getPropertyValue(`--i-speed-test-${name}`).trim());
  const schemes = style.colorScheme.split(' ').filter((scheme) => scheme === 'light' || scheme === 'dark');
  if (schemes.length === 1) add(EMBED_SCHEME, schemes[0]!);
  return address.href;
};
