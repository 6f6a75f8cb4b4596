import { type Cell, MIN_CELL_VOTES } from '../protocol/statistics.ts';

/** What of a cell may be told: of fewer than {@link MIN_CELL_VOTES} votes their number, and nothing else. */
export const suppress = (cell: Cell): Cell =>
  cell.count >= MIN_CELL_VOTES
    ? { ...cell, ipv6Paired: cell.ipv6Paired && cell.ipv6Paired.votes >= MIN_CELL_VOTES ? cell.ipv6Paired : null }
    : {
        ...cell,
        suppressed: true,
        medianDownloadBitsPerSecond: null,
        medianUploadBitsPerSecond: null,
        medianLatencyMs: null,
        ipv6Share: null,
        ipv6Paired: null,
        figures: null,
      };
