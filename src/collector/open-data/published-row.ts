import * as v from 'valibot';
import { VersionSchema } from '../../protocol/version.ts';
import { accessKindOf } from '../../statistics/cell-key.ts';
import { valuesOf } from '../cell-row.ts';
import { judgedScope } from '../result-row.ts';
import type { KeptResult } from '../result-store.ts';
import { reasonAgainst } from '../validity.ts';
import { vietnamDay } from '../vietnam-calendar.ts';
import type { PublishedRow } from './result-columns.ts';
import { roundWithinBin } from './round-within-bin.ts';

/** Whoever posts a result may write anything there, and no receipt knows better: a formula, a name, a comma that would end the column. */
const versionIn = (text: string): string | null => (v.is(VersionSchema, text) ? text : null);

const rounded = (value: number | null | undefined): number | null => (value == null ? null : roundWithinBin(value));

/**
 * What is published of a result, before anything is withheld. No test id: whoever has one can fetch the whole result, its time to the
 * second, its site and its receipt. No source key, site, kiosk or point, and no time finer than the day.
 */
export const publishedRow = ({ result, isVote, isCounted, validity, hasSource }: KeptResult): PublishedRow => {
  const instant = result.startedAt ?? result.receivedAt;
  const { latency, ipv6 } = result;
  const values = valuesOf({
    download_bps: result.download?.bitsPerSecond ?? null,
    upload_bps: result.upload?.bitsPerSecond ?? null,
    latency_ms: latency.idle?.medianMs ?? null,
    ipv4_connect_ms: ipv6.connectMs4,
    ipv6_connect_ms: ipv6.connectMs6,
  });
  return {
    month: vietnamDay(instant).slice(0, 7),
    context: result.context,
    province_codes: result.provinceCodes,
    access_kind: accessKindOf(result.access),
    province: result.province,
    access: result.access,
    operator_asn: result.operator?.asn ?? null,
    scope: judgedScope(result),
    ip_family: result.ipFamily,
    withheld: null,
    day: vietnamDay(instant),
    vote: isVote,
    not_vote_because: isVote ? null : isCounted ? 'another-of-its-source' : reasonAgainst(result),
    source_known: hasSource,
    state: result.state,
    outcome: result.outcome,
    end_reason: result.endReason,
    flags: result.flags.length === 0 ? null : [...result.flags].sort().join(' '),
    plan: result.plan,
    download_bits_per_second: rounded(values.download),
    upload_bits_per_second: rounded(values.upload),
    latency_ms: rounded(values.latency),
    jitter_ms: rounded(latency.idle?.jitterMs),
    latency_while_downloading_ms: rounded(latency.download?.medianMs),
    latency_while_uploading_ms: rounded(latency.upload?.medianMs),
    round_trips_per_minute: rounded(latency.rpm),
    loss_ratio: rounded(result.lossRatio),
    ipv6: ipv6.ability,
    ipv4_connect_ms: rounded(ipv6.connectMs4),
    ipv6_connect_ms: rounded(ipv6.connectMs6),
    ipv6_by_ipv4_connect_time: rounded(values.ipv6Ratio),
    engine_version: versionIn(result.engineVersion),
    estimator_version: versionIn(result.estimatorVersion),
    validity_version: validity,
  };
};
