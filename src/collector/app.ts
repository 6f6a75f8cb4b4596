import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { cors } from 'hono/cors';
import { methodNotAllowed } from 'hono/method-not-allowed';
import type { Networks } from '../node/networks.ts';
import {
  COLLECTOR_PATHS,
  evidencePath,
  heartbeatPath,
  kioskHeartbeatPath,
  openFilePath,
  progressPath,
  reportPagePath,
  reportPath,
  sharedPath,
} from '../protocol/endpoints.ts';
import { MAX_SUBMISSION_BYTES } from '../protocol/submission.ts';
import { EMBED_PATH } from '../protocol/frame-message.ts';
import type { Millis } from '../protocol/units.ts';
import { cacheControl } from './cache-control.ts';
import type { CommuneRegistry } from './commune-registry.ts';
import { entityTag, FIGURES_MAX_AGE_S } from './entity-tag.ts';
import { getDistribution, getDistributionDoc } from './get-distribution.ts';
import type { FunnelCounter } from './funnel-counter.ts';
import { getEmbed, getEmbedDoc } from './get-embed.ts';
import { getEvidence, getEvidenceDoc } from './get-evidence.ts';
import { getHealth, getHealthDoc } from './get-health.ts';
import { getKeys, getKeysDoc } from './get-keys.ts';
import { getOpenapi, getOpenapiDoc } from './get-openapi.ts';
import { getPeriods, getPeriodsDoc } from './get-periods.ts';
import { getOperators, getOperatorsDoc } from './get-operators.ts';
import { getOpenData, getOpenDataDoc } from './get-open-data.ts';
import { getOpenDataPage, getOpenDataPageDoc } from './get-open-data-page.ts';
import { getOpenFile, getOpenFileDoc } from './get-open-file.ts';
import { getPoints, getPointsDoc } from './get-points.ts';
import { getProgress, getProgressDoc } from './get-progress.ts';
import { getReportPage, getReportPageDoc, getReportsPage, getReportsPageDoc } from './get-report-page.ts';
import { getReport, getReportDoc } from './get-report.ts';
import { getResult, getResultDoc } from './get-result.ts';
import { getShared, getSharedDoc } from './get-shared.ts';
import { getStatistics, getStatisticsDoc } from './get-statistics.ts';
import type { Liveness } from './liveness.ts';
import type { OperatorRegistry } from './operator-registry.ts';
import type { PointRegistry } from './point-registry.ts';
import { MAX_HEARTBEAT_BYTES, postHeartbeat, postHeartbeatDoc } from './post-heartbeat.ts';
import { MAX_KIOSK_HEARTBEAT_BYTES, postKioskHeartbeat, postKioskHeartbeatDoc } from './post-kiosk-heartbeat.ts';
import { postResult, postResultDoc } from './post-result.ts';
import { MAX_TEST_REQUEST_BYTES, postTest, postTestDoc } from './post-test.ts';
import { MAX_VISIT_BYTES, postVisit, postVisitDoc } from './post-visit.ts';
import { answerError, answerMethodNotAllowed, answerNotFound, ProblemError } from './problem.ts';
import { realResultsOnly } from './real-results-only.ts';
import type { Limiter } from './request-limits.ts';
import type { ResultStore } from './result-store.ts';
import type { SiteRegistry } from './site-registry.ts';
import type { SourceKeys } from './source-keys.ts';
import type { TicketKeys } from './ticket-keys.ts';

/** What the collector is made of. */
export interface CollectorParts {
  readonly store: ResultStore;
  readonly ticketKeys: TicketKeys;
  /** `current` is replaced when the operator edits the file. */
  readonly points: { readonly current: PointRegistry };
  readonly liveness: Liveness;
  readonly sites: SiteRegistry;
  readonly operators: OperatorRegistry;
  readonly communes: CommuneRegistry;
  readonly limiter: Limiter;
  readonly sources: SourceKeys;
  readonly counter: FunnelCounter;
  readonly networks: Networks;
  /** Proxies of our own in front, each of which adds to X-Forwarded-For. */
  readonly proxyHops: number;
  /** The folder of the built element; null where it is not served. */
  readonly distDir: string | null;
  /** Whether all that it takes is simulated. Else it takes nothing over a store that is. */
  readonly simulated: boolean;
  /** The folder of published months; it need not be there. */
  readonly openDataDir: string;
  /** Milliseconds since 1970. */
  readonly now: () => Millis;
}

/** Browsers ask once a day whether a portal may post; Chromium caps it at two hours anyway. */
export const PREFLIGHT_MAX_AGE_S = 86_400;

/** Keys change with a restart at most. */
export const KEYS_MAX_AGE_S = 60;

/** Points come and go with their heartbeats. */
export const POINTS_MAX_AGE_S = 10;

const atMost = (maxSize: number) =>
  bodyLimit({
    maxSize,
    onError: () => {
      throw new ProblemError(413, `The body must be at most ${maxSize} bytes.`);
    },
  });

/** The whole API. */
export const createApp = (parts: CollectorParts): Hono => {
  const app = new Hono();
  const fresh = cacheControl('no-store');
  const keys = cacheControl(`public, max-age=${KEYS_MAX_AGE_S}`);
  const points = cacheControl(`public, max-age=${POINTS_MAX_AGE_S}`);
  const figures = cacheControl(`public, max-age=${FIGURES_MAX_AGE_S}`);
  const real = realResultsOnly(parts);

  app.onError(answerError);
  app.notFound(answerNotFound);
  app.use(
    cors({
      allowMethods: ['GET', 'POST'],
      allowHeaders: ['content-type'],
      exposeHeaders: ['retry-after'],
      maxAge: PREFLIGHT_MAX_AGE_S,
    }),
  );
  app.use(methodNotAllowed({ app, onMethodNotAllowed: answerMethodNotAllowed }));

  app.post(COLLECTOR_PATHS.tests, postTestDoc, fresh, real, atMost(MAX_TEST_REQUEST_BYTES), postTest(parts));
  app.post(COLLECTOR_PATHS.results, postResultDoc, fresh, real, atMost(MAX_SUBMISSION_BYTES), postResult(parts));
  app.get(`${COLLECTOR_PATHS.results}/:testId`, getResultDoc, fresh, getResult(parts));
  app.get(evidencePath(':testId'), getEvidenceDoc, fresh, getEvidence(parts));
  app.get(COLLECTOR_PATHS.points, getPointsDoc, points, getPoints(parts));
  app.post(heartbeatPath(':pointId'), postHeartbeatDoc, fresh, atMost(MAX_HEARTBEAT_BYTES), postHeartbeat(parts));
  app.post(
    kioskHeartbeatPath(':site', ':kiosk'),
    postKioskHeartbeatDoc,
    fresh,
    real,
    atMost(MAX_KIOSK_HEARTBEAT_BYTES),
    postKioskHeartbeat(parts),
  );
  app.get(COLLECTOR_PATHS.operators, getOperatorsDoc, entityTag, figures, getOperators(parts));
  app.post(COLLECTOR_PATHS.visits, postVisitDoc, fresh, real, atMost(MAX_VISIT_BYTES), postVisit(parts));
  app.get(COLLECTOR_PATHS.statistics, getStatisticsDoc, entityTag, figures, getStatistics(parts));
  app.get(COLLECTOR_PATHS.periods, getPeriodsDoc, entityTag, figures, getPeriods(parts));
  app.get(COLLECTOR_PATHS.distribution, getDistributionDoc, entityTag, figures, getDistribution(parts));
  app.get(progressPath(':province'), getProgressDoc, entityTag, figures, getProgress(parts));
  app.get(reportPath(':province'), getReportDoc, entityTag, figures, getReport(parts));
  app.get(reportPagePath(''), getReportsPageDoc, entityTag, getReportsPage(parts));
  app.get(reportPagePath(':province'), getReportPageDoc, entityTag, getReportPage(parts));
  app.get(COLLECTOR_PATHS.openData, getOpenDataDoc, entityTag, figures, getOpenData(parts));
  app.get(openFilePath(':month', ':file'), getOpenFileDoc, figures, getOpenFile(parts));
  app.get(COLLECTOR_PATHS.openDataPage, getOpenDataPageDoc, getOpenDataPage(parts));
  app.get(sharedPath(':testId'), getSharedDoc, getShared(parts));
  app.get(EMBED_PATH, getEmbedDoc, getEmbed(parts));
  app.get(COLLECTOR_PATHS.health, getHealthDoc, fresh, getHealth(parts));
  app.get(COLLECTOR_PATHS.openapi, getOpenapiDoc, fresh, getOpenapi(app));
  app.get(COLLECTOR_PATHS.keys, getKeysDoc, keys, getKeys(parts));
  return app;
};
