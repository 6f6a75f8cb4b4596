import { type PageStorage, pageStorage } from './page-storage.ts';

/** Changes whenever the text that people agree to says something else; everybody is then asked again. */
export const CONSENT_VERSION = '2026-11-23.2';

const KEY = 'i-speed-test-consent';

/** Whether somebody agreed to the present text in this browser. */
export const hasAgreed = (storage: PageStorage = pageStorage): boolean => storage.get(KEY) === CONSENT_VERSION;

export const rememberAgreement = (storage: PageStorage = pageStorage): void => storage.set(KEY, CONSENT_VERSION);
