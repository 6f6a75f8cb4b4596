import * as v from 'valibot';

/** Who measures at a site: figures of different contexts are never pooled. A kiosk measures an office's line, a campaign its guests. */
export const CONTEXTS = ['citizen', 'kiosk', 'office', 'campaign', 'monitor'] as const;
export const ContextSchema = v.picklist(CONTEXTS);
export type SiteContext = v.InferOutput<typeof ContextSchema>;
