/** Paths of the measurement point. A ticket is a query parameter, because a header would cost a CORS preflight. */
export const POINT_PATHS = {
  info: '/v1/info',
  ping: '/v1/ping',
  download: '/v1/download',
  upload: '/v1/upload',
  control: '/v1/control',
  datagrams: '/v1/datagrams',
  finish: '/v1/finish',
} as const;

/** Paths of the collector. */
export const COLLECTOR_PATHS = {
  tests: '/v1/tests',
  results: '/v1/results',
  evidence: 'evidence',
  points: '/v1/points',
  heartbeat: 'heartbeat',
  statistics: '/v1/statistics',
  health: '/healthz',
  openapi: '/openapi.json',
  keys: '/.well-known/jwks.json',
} as const;

/** Absolute address of a point's endpoint. */
export const pointUrl = (origin: string, path: string, ticket?: string): string =>
  ticket === undefined ? origin + path : `${origin}${path}?ticket=${ticket}`;
