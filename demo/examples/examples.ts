import { ATTRIBUTES } from './attributes.ts';
import type { Example } from './example.ts';
import { CUSTOM_PROPERTIES, PARTS, SLOTS } from './looks.ts';
import { EVENTS, METHODS, PROPERTIES } from './scripts.ts';

/** Everything of the manifest, once each; numbers stay. */
export const EXAMPLES: readonly Example[] = [
  ...ATTRIBUTES,
  ...PROPERTIES,
  ...METHODS,
  ...EVENTS,
  ...SLOTS,
  ...PARTS,
  ...CUSTOM_PROPERTIES,
];
