import type { Flag } from '../../protocol/flag.ts';
import type { Evidence } from '../../protocol/submission.ts';
import type { Verification } from '../verify.ts';

/** What stands against a result's numbers. `contradicted`: something says otherwise. `unconfirmed`: nothing says so. */
const DOUBTS = {
  'receipt-missing': 'unconfirmed',
  /** The receipt's point is not in the collector's list, so there is no key to check it by. */
  'point-unknown': 'unconfirmed',
  'point-revoked': 'unconfirmed',
  'point-not-allowed': 'unconfirmed',
  'too-short': 'unconfirmed',
  /** From before recordings were kept. */
  'no-recording': 'unconfirmed',
  'receipt-invalid': 'contradicted',
  'receipt-of-another-test': 'contradicted',
  'download-exceeds-receipt': 'contradicted',
  'download-rate-differs': 'contradicted',
  'loss-differs': 'contradicted',
  'replay-differs': 'contradicted',
} as const satisfies Partial<Record<Flag, string>> & Record<string, 'unconfirmed' | 'contradicted'>;

export type Doubt = keyof typeof DOUBTS;

/** What a check that was just made says to people. `exactly`: to the last digit; an older formula is compared with a tolerance. */
export type Finding =
  | { readonly kind: 'confirmed'; readonly exactly: boolean }
  | { readonly kind: 'unconfirmed' | 'contradicted'; readonly doubt: Doubt };

const isDoubt = (flag: string): flag is Doubt => Object.hasOwn(DOUBTS, flag);

const doubt = (why: Doubt): Finding => ({ kind: DOUBTS[why], doubt: why });

/**
 * The check's outcome in people's terms; pure. Numbers are confirmed where the check bears them out and the collector did, too, when
 * they came in: it knows of the ticket and of revoked points, which the evidence does not.
 */
export const findingOf = ({ result, pointKey }: Evidence, { signature, state, flags }: Verification): Finding => {
  if (result.flags.includes('point-revoked')) return doubt('point-revoked');
  if (signature === 'missing') return doubt('receipt-missing');
  if (signature === 'does not hold') return doubt(pointKey === null ? 'point-unknown' : 'receipt-invalid');
  if (state === 'verified' && result.state === 'verified')
    return { kind: 'confirmed', exactly: !flags.includes('other-estimator') };
  const said: readonly string[] = [...flags, ...result.flags];
  const found = said.find(isDoubt);
  return doubt(found ?? (state === null ? 'no-recording' : 'replay-differs'));
};
