/** What every request of the engine has in common: simple (no preflight), uncached, anonymous. */
export const REQUEST: RequestInit = {
  mode: 'cors',
  cache: 'no-store',
  credentials: 'omit',
  referrerPolicy: 'no-referrer',
};
