/** What is fetched only when somebody needs it, so that the script which every visitor of a portal loads stays small. */
export interface Parts {
  readonly vi: typeof import('./vi.ts');
  readonly en: typeof import('./en.ts');
  readonly run: typeof import('./run.ts');
  readonly share: typeof import('./share.ts');
  readonly history: typeof import('./history.ts');
  readonly questions: typeof import('./questions.ts');
  readonly banner: typeof import('./banner.ts');
  readonly kiosk: typeof import('./kiosk.ts');
  readonly blocked: typeof import('./blocked.ts');
}
export type PartName = keyof Parts;

/** A part may bring styles of its own. */
export interface Styled {
  readonly styles?: readonly string[];
}
