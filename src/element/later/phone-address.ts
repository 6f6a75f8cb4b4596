import { KIOSK_QUERY, SITE_QUERY } from '../from-query.ts';

/** The page that a kiosk's code sends phones to; it says which site and kiosk sent them. */
export const phoneAddress = ({
  phonePage,
  site,
  kiosk,
}: {
  readonly phonePage: string | null;
  readonly site: string | null;
  readonly kiosk: string | null;
}): string => {
  const address = new URL(phonePage ?? location.href, document.baseURI);
  address.hash = '';
  if (site) address.searchParams.set(SITE_QUERY, site);
  if (kiosk) address.searchParams.set(KIOSK_QUERY, kiosk);
  return address.href;
};
