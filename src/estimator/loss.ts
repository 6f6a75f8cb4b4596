import type { DatagramClaims } from '../protocol/receipt.ts';
import type { Estimate } from './estimator.ts';

/** What the browser counted: datagrams sent, and those of them that came back. */
export interface DatagramCount {
  readonly sent: number;
  readonly echoed: number;
}

/**
 * Share of datagrams lost on their way, both ways together: what was lost either way of all that set out either way (the point sends
 * back what it receives). Null without the point's own count.
 */
export const lossRatioOf = ({ datagrams, receipt }: Pick<Estimate, 'datagrams' | 'receipt'>): number | null => {
  const seen = receipt?.datagrams;
  return datagrams && seen && datagrams.sent > 0
    ? (datagrams.sent - datagrams.echoed) / (datagrams.sent + seen.received)
    : null;
};

/**
 * Whether the browser's count is one that the point's bears out. There is no tolerance: both count whole datagrams by their serial
 * numbers, and the point until after the browser has stopped.
 */
export const agreesWithDatagrams = ({ sent, echoed }: DatagramCount, seen: DatagramClaims): boolean =>
  echoed <= seen.received && seen.received <= sent && seen.sentAtLeast <= sent;
