import type { Snapshot } from '../../protocol/snapshot.ts';

/** Which direction's colour a moment of the run has. */
export const toneOf = (snapshot: Pick<Snapshot, 'phase'> | null): 'download' | 'upload' =>
  snapshot?.phase === 'upload' || snapshot?.phase === 'finishing' ? 'upload' : 'download';
