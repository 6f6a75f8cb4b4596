import * as v from 'valibot';

/** How a device is connected, as its person says: browsers seldom know, and none of them tells 4G from 5G. */
export const ACCESSES = ['wifi', 'cable', '4g', '5g'] as const;
export const AccessSchema = v.picklist(ACCESSES);
export type Access = v.InferOutput<typeof AccessSchema>;
