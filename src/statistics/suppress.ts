import { type Cell, MIN_CELL_VOTES } from '../protocol/statistics.ts';

const isOfEnough = (part: { readonly votes: number } | null): boolean => part !== null && part.votes >= MIN_CELL_VOTES;

/** What of a cell may be told: of fewer than {@link MIN_CELL_VOTES} votes their number, and nothing else; so of those that IPv6 was tried of. */
export const suppress = (cell: Cell): Cell =>
  cell.count >= MIN_CELL_VOTES
    ? {
        ...cell,
        ...(!isOfEnough(cell.ipv6) && { ipv6Share: null, ipv6: null }),
        ...(!isOfEnough(cell.ipv6Paired) && { ipv6Paired: null }),
      }
    : {
        ...cell,
        suppressed: true,
        medianDownloadBitsPerSecond: null,
        medianUploadBitsPerSecond: null,
        medianLatencyMs: null,
        ipv6Share: null,
        ipv6: null,
        ipv6Paired: null,
        figures: null,
      };
