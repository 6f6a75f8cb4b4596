/** On every answer: any page may measure and see the browser's own timing of it, and nothing on the way may keep or alter it. */
export const COMMON_HEADERS = {
  'access-control-allow-origin': '*',
  'timing-allow-origin': '*',
  'cross-origin-resource-policy': 'cross-origin',
  'cache-control': 'no-store, no-transform',
  // A page's own service worker minds no `no-store`, but its cache refuses this; Chromium's only where the page could see it, too.
  vary: '*',
  'access-control-expose-headers': 'vary',
} as const;

/** For the few clients that do preflight; the hot path is made of simple requests that never do. */
export const PREFLIGHT_HEADERS = {
  ...COMMON_HEADERS,
  'access-control-allow-methods': 'GET, POST',
  'access-control-allow-headers': '*',
  'access-control-max-age': '86400',
} as const;
