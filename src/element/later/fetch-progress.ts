import { progressPath } from '../../protocol/endpoints.ts';
import type { Progress } from '../../protocol/progress.ts';
import type { ProvinceCode } from '../../protocol/province.ts';
import type { Millis } from '../../protocol/units.ts';
import { isLike } from '../../page/is-like.ts';

/** The figure is an extra: nobody waits for it. */
const TIMEOUT_MS: Millis = 8000;

const PROGRESS = { province: '', month: '', votes: 0, needed: 0, missing: 0 };

/** How far a province is this month, with the figures of one operator there where its AS number is given; null where nobody can tell. */
export const fetchProgress = async (
  collector: string,
  { province, asn }: { readonly province: ProvinceCode; readonly asn: number | null },
): Promise<Progress | null> => {
  try {
    const answer = await fetch(`${collector}${progressPath(province)}${asn === null ? '' : `?asn=${asn}`}`, {
      credentials: 'omit',
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    const progress: unknown = answer.ok ? await answer.json() : null;
    return isLike(progress, PROGRESS) ? (progress as unknown as Progress) : null;
  } catch {
    return null;
  }
};
