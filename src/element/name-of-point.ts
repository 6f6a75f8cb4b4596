import type { Grant } from '../protocol/ticket.ts';

/** What people call a point; null for one that the ticket does not name. */
export const nameOfPoint = (grant: Grant | null, id: string | null | undefined): string | null =>
  grant?.points.find((point) => point.id === id)?.name ?? null;
