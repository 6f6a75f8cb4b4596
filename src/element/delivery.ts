import type { Delivery } from './outbox.ts';

/** Where the shown result stands. `private`: the page or its attribute keeps it. */
export type Shown = Delivery | { readonly kind: 'private' };
