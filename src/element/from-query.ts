/** What a kiosk's code adds to the address of the page it opens. */
export const SITE_QUERY = 'i-speed-test-site';
export const KIOSK_QUERY = 'i-speed-test-kiosk';

/** A value of the page's own address; null without it. */
export const fromQuery = (name: string): string | null => new URLSearchParams(location.search).get(name);
