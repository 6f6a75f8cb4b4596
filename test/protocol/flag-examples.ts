import { ENGINE_FLAGS } from '../../src/protocol/flag.ts';
import type { Observation } from '../../src/protocol/observation.ts';

/** Every flag an engine can raise, once. */
export const FLAG_EXAMPLES: readonly Observation[] = ENGINE_FLAGS.map((flag) => ({ kind: 'flagged', at: 350, flag }));
