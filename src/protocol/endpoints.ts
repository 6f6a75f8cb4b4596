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
  points: '/v1/points',
  operators: '/v1/operators',
  statistics: '/v1/statistics',
  periods: '/v1/statistics/periods',
  distribution: '/v1/statistics/distribution',
  provinces: '/v1/provinces',
  kiosks: '/v1/kiosks',
  /** A result as a page for people, with its check made anew. Short: it goes into QR codes and messages. */
  shared: '/r',
  health: '/healthz',
  openapi: '/openapi.json',
  keys: '/.well-known/jwks.json',
} as const;

/** What hangs below one result: `/v1/results/{testId}/evidence`. */
export const evidencePath = (testId: string): string => `${COLLECTOR_PATHS.results}/${testId}/evidence`;

/** What hangs below one point: `/v1/points/{pointId}/heartbeat`. */
export const heartbeatPath = (pointId: string): string => `${COLLECTOR_PATHS.points}/${pointId}/heartbeat`;

/** How far a province is this month. */
export const progressPath = (province: string): string => `${COLLECTOR_PATHS.provinces}/${province}/progress`;

/** Where a kiosk says that it is there. */
export const kioskHeartbeatPath = (site: string, kiosk: string): string =>
  `${COLLECTOR_PATHS.kiosks}/${site}/${kiosk}/heartbeat`;

/** The page of one result. */
export const sharedPath = (testId: string): string => `${COLLECTOR_PATHS.shared}/${testId}`;

/** Absolute address of a point's endpoint. */
export const pointUrl = (origin: string, path: string, ticket?: string): string =>
  ticket === undefined ? origin + path : `${origin}${path}?ticket=${ticket}`;
