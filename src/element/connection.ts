import type { Access } from '../protocol/access.ts';

/** What some browsers tell of the connection (Network Information API; not in Firefox and Safari). */
interface NetworkInformation {
  readonly type?: string;
  readonly saveData?: boolean;
}

const KNOWN: Readonly<Record<string, Access>> = { wifi: 'wifi', ethernet: 'cable' };

/** How this device is connected, as far as its browser knows. `isMetered`: a mobile line, or its person asks pages to save data. */
export const connectionHint = (
  { connection }: { readonly connection?: NetworkInformation } = navigator as object,
): { readonly access: Access | null; readonly isMetered: boolean } => {
  const { type = '', saveData = false } = connection ?? {};
  return { access: KNOWN[type] ?? null, isMetered: saveData || type === 'cellular' };
};
