import type { Choice, Form, Mistake } from './choice.ts';
import type { Cure, FindingKind, Rung } from './diagnosis.ts';
import { english } from './words-en.ts';
import { vietnamese } from './words-vi.ts';

/** A finding in words: what it is, what a visitor sees of it, and what to do where no line of policy says it. */
export interface FindingWords {
  readonly title: string;
  readonly seen: string;
  readonly todo?: string;
}

/** Everything that the configurator and the doctor say. */
export interface Words {
  readonly tag: 'vi' | 'en';
  readonly title: string;
  readonly lead: string;
  readonly home: string;
  readonly steps: { readonly choose: string; readonly look: string; readonly copy: string; readonly check: string };
  readonly groups: { readonly form: string; readonly place: string; readonly looks: string; readonly banner: string };
  readonly forms: Readonly<Record<Form, { readonly name: string; readonly about: string }>>;
  readonly fields: Readonly<Record<Exclude<keyof Choice, 'form'>, { readonly name: string; readonly hint?: string }>>;
  readonly layouts: Readonly<Record<Choice['layout'], string>>;
  readonly options: {
    readonly noProvince: string;
    readonly fullWidth: string;
    readonly pageLanguage: string;
    readonly personChooses: string;
    readonly plans: Readonly<Record<NonNullable<Choice['plan']>, string>>;
  };
  readonly mistakes: Readonly<Record<Mistake['reason'], string>>;
  readonly pickColour: string;
  readonly lowContrast: string;
  readonly noColoursInFrame: string;
  readonly preview: { readonly note: string; readonly wrong: string };
  readonly copy: {
    readonly html: string;
    readonly htmlAbout: string;
    readonly css: string;
    readonly cssAbout: string;
    readonly worker: string;
    readonly workerAbout: string;
    readonly download: string;
    readonly height: string;
    readonly heightAbout: string;
    readonly policy: string;
    readonly policyAbout: string;
    readonly trustedTypes: string;
    readonly pinned: string;
    readonly button: string;
    readonly copied: string;
    readonly byHand: string;
    readonly waiting: string;
    readonly noCollector: string;
    readonly noPoints: string;
  };
  readonly check: {
    readonly about: string;
    readonly url: string;
    readonly urlWrong: string;
    readonly pasted: string;
    readonly pastedHint: string;
    readonly commands: string;
    readonly headersCommand: string;
    readonly doctorCommand: string;
    readonly verdict: {
      readonly fine: string;
      readonly limited: string;
      readonly blocked: string;
      readonly nothing: string;
    };
    readonly noPolicy: string;
    readonly rungs: Readonly<Record<Rung, string>>;
    readonly rung: string;
    readonly visitor: string;
    readonly todo: string;
    readonly cure: (
      cure: Pick<Cure, 'directive'>,
      policy: { readonly n: number; readonly of: number; readonly where: 'header' | 'meta' },
    ) => string;
  };
  readonly findings: Readonly<Record<FindingKind, FindingWords>>;
  readonly command: {
    readonly usage: string;
    readonly redirected: (url: string) => string;
    readonly unreachable: (url: string, why: string) => string;
    readonly read: (url: string, status: number) => string;
    readonly cut: string;
  };
}

export const wordsOf = (tag: string | null): Words => (tag === 'en' ? english : vietnamese);
