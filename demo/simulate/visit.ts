import type { Access } from '../../src/protocol/access.ts';
import type { SiteContext } from '../../src/protocol/context.ts';
import type { ENGINE_FLAGS } from '../../src/protocol/flag.ts';
import type { ProvinceCode } from '../../src/protocol/province.ts';
import type { PlanName } from '../../src/protocol/plan.ts';
import type { Millis } from '../../src/protocol/units.ts';
import type { Measured } from './measure.ts';

/**
 * What becomes of a test. `cancelled` ones are never posted and `forged` ones are refused: both happen, and neither is stored. `partial`
 * lost its point after the download; `unsigned` came without a receipt; `inflated` claims ten times what its receipt says.
 */
export type Fate = 'complete' | 'partial' | 'unsigned' | 'inflated' | 'cancelled' | 'forged';

/** Somebody opens a test: all that happens, before anybody has judged it. */
export interface Visit {
  /** UUIDv7. */
  readonly testId: string;
  /** When the ticket was issued, and when the result came in; ms since 1970. */
  readonly startedAt: Millis;
  readonly receivedAt: Millis;
  /** Where the collector sees it come from. */
  readonly address: string;
  readonly operator: { readonly asn: number; readonly name: string };
  /** What the person says; null where nothing. */
  readonly province: ProvinceCode | null;
  readonly access: Access | null;
  readonly site: string | null;
  /** The page says that it is a site, and is not. */
  readonly isUnattributed: boolean;
  readonly context: SiteContext;
  readonly kiosk: string | null;
  readonly plan: PlanName;
  readonly fate: Fate;
  readonly measured: Measured;
  /** What the engine saw besides. */
  readonly flags: readonly (typeof ENGINE_FLAGS)[number][];
}

/** Whether a collector keeps it. */
export const isKept = ({ fate }: Visit): boolean => fate !== 'cancelled' && fate !== 'forged';
