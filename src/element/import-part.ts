import type { PartName, Parts } from './later/parts.ts';

const IMPORTS: { readonly [Name in PartName]: () => Promise<Parts[Name]> } = {
  vi: () => import('./later/vi.ts'),
  en: () => import('./later/en.ts'),
  run: () => import('./later/run.ts'),
  share: () => import('./later/share.ts'),
  history: () => import('./later/history.ts'),
  questions: () => import('./later/questions.ts'),
  banner: () => import('./later/banner.ts'),
  kiosk: () => import('./later/kiosk.ts'),
  blocked: () => import('./later/blocked.ts'),
};

/** Fetches a part: a module of this source tree, or whatever a bundler makes of it. */
export const importPart = <Name extends PartName>(name: Name): Promise<Parts[Name]> => IMPORTS[name]();
