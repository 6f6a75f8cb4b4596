import { raw } from 'hono/html';
import type { Finding } from './finding.ts';

/** A line drawing on a square of 24; says nothing that the words beside it do not. */
const drawing = (path: string) =>
  raw(`<svg viewBox="0 0 24 24" aria-hidden="true" focusable="false"><path d="${path}"/></svg>`);

export const GAUGE = drawing('M4.2 18a9 9 0 1 1 15.6 0M12 14l4-5');

export const ARROWS = { download: drawing('M12 4v15M6 13l6 6 6-6'), upload: drawing('M12 20V5M6 11l6-6 6 6') } as const;

const CIRCLE = 'M12 2.5a9.5 9.5 0 1 0 0 19 9.5 9.5 0 0 0 0-19z';

/** A tick, a mark, a cross. */
export const SIGNS: Readonly<Record<Finding['kind'], ReturnType<typeof drawing>>> = {
  confirmed: drawing(`${CIRCLE}M7.5 12.5l3 3 6-6.5`),
  unconfirmed: drawing(`${CIRCLE}M12 7v6M12 16.5v.01`),
  contradicted: drawing(`${CIRCLE}M8.5 8.5l7 7M15.5 8.5l-7 7`),
};
