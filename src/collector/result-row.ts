import { createHash } from 'node:crypto';
import * as v from 'valibot';
import type { Recording } from '../protocol/observation.ts';
import type { StoredResult } from '../protocol/submission.ts';
import type { CellRow } from './cell-row.ts';
import type { KioskRow } from './kiosk-table.ts';
import type { MarkRow } from './marks-table.ts';
import type { TestCountRow, VisitCountRow } from './funnel-rows.ts';
import { lossOf } from './loss-of.ts';
import { VersionSchema } from '../protocol/version.ts';
import type { ResultEntry } from './result-store.ts';
import { isCounted, VALIDITY_VERSION } from './validity.ts';
import { vietnamMonth } from './vietnam-calendar.ts';

/** A row of the table `results`: what statistics select by, beside the result itself. */
export interface ResultRow {
  readonly test_id: string;
  readonly body_hash: string;
  readonly received_at: string;
  /** YYYY-MM in Vietnam's time, by the ticket's issue. */
  readonly month: string;
  readonly province: string | null;
  readonly province_codes: string | null;
  /** The commune's code; null in rows from before it was a column. */
  readonly commune: string | null;
  readonly site: string | null;
  readonly plan: string | null;
  readonly state: string;
  readonly outcome: string;
  readonly point_id: string | null;
  /** Seen from the line; in rows from before that was judged, what the point said. */
  readonly scope: string | null;
  readonly ip_family: number | null;
  readonly ipv6_ability: string | null;
  readonly download_bps: number | null;
  readonly upload_bps: number | null;
  readonly latency_ms: number | null;
  /** How long a connection by each family took, in ms ({@link import('../protocol/statistics.ts').PairedSchema}). */
  readonly ipv4_connect_ms: number | null;
  readonly ipv6_connect_ms: number | null;
  readonly consent_version: string | null;
  readonly access: string | null;
  /** The operator's, as the receipt has it; null in rows from before it was a column. */
  readonly operator_asn: number | null;
  readonly kiosk: string | null;
  readonly context: string;
  /** Of the script; null where it said nothing that could be one. */
  readonly version: string | null;
  /** 1 where the page was its site's. */
  readonly attributed: number;
  /** {@link lossOf} */
  readonly loss: string | null;
  /** The stored result as JSON, without its receipt. */
  readonly result: string;
  readonly receipt: string | null;
  /** The recording as JSON. */
  readonly recording: string | null;
  readonly source_key: string | null;
  /** SHA-256 of the test's id: of one source's results in a month, province and context, the one with the least lot is its vote. */
  readonly lot: string | null;
  /** 1 where {@link isCounted}, by the rule of version `validity`. */
  readonly counted: number;
  readonly validity: string;
  /** 1 where the row stands for its source and is in the cells; rows come without and {@link import('./redraw.ts').redraw} gives it. */
  readonly vote: number;
}

export interface Tables {
  readonly cells: CellRow;
  readonly kiosk_days: KioskRow;
  readonly marks: MarkRow;
  readonly test_counts: TestCountRow;
  readonly visit_counts: VisitCountRow;
  readonly results: ResultRow;
}

/** As the collector judged it; as the point said in results of before. */
export const judgedScope = ({ scope, point }: Pick<StoredResult, 'scope' | 'point'>): ResultRow['scope'] =>
  (scope === undefined ? point?.scope : scope) ?? null;

export const rowOf = ({ result, bodyHash, consentVersion, sourceKey, recording }: ResultEntry): ResultRow => {
  const { receipt, ...rest } = result;
  return {
    test_id: result.testId,
    body_hash: bodyHash,
    received_at: result.receivedAt,
    month: vietnamMonth(result.startedAt ?? result.receivedAt),
    province: result.province,
    province_codes: result.provinceCodes,
    commune: result.commune ?? null,
    site: result.site,
    plan: result.plan,
    state: result.state,
    outcome: result.outcome,
    point_id: result.point?.id ?? null,
    scope: judgedScope(result),
    ip_family: result.ipFamily,
    ipv6_ability: result.ipv6.ability,
    download_bps: result.download?.bitsPerSecond ?? null,
    upload_bps: result.upload?.bitsPerSecond ?? null,
    latency_ms: result.latency.idle?.medianMs ?? null,
    ipv4_connect_ms: result.ipv6.connectMs4,
    ipv6_connect_ms: result.ipv6.connectMs6,
    consent_version: consentVersion,
    access: result.access,
    operator_asn: result.operator?.asn ?? null,
    kiosk: result.kiosk,
    context: result.context,
    version: v.is(VersionSchema, result.engineVersion) ? result.engineVersion : null,
    attributed: result.site === null || result.flags.includes('unattributed') ? 0 : 1,
    loss: lossOf(result),
    result: JSON.stringify(rest),
    receipt,
    recording: recording && JSON.stringify(recording),
    source_key: sourceKey,
    lot: createHash('sha256').update(result.testId).digest('hex'),
    counted: isCounted(result) ? 1 : 0,
    validity: VALIDITY_VERSION,
    vote: 0,
  };
};

export const entryOf = (row: ResultRow): ResultEntry => ({
  // Written by rowOf from a result that had passed its schema.
  result: { ...(JSON.parse(row.result) as Omit<StoredResult, 'receipt'>), receipt: row.receipt },
  bodyHash: row.body_hash,
  consentVersion: row.consent_version,
  sourceKey: row.source_key,
  recording: row.recording === null ? null : (JSON.parse(row.recording) as Recording),
});
