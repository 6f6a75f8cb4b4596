import { allowsScript } from './allows.ts';
import { cureOf, mended } from './cure.ts';
import { blocks, type Embedding, type Finding, limits, type PagePolicy } from './diagnosis.ts';
import { headerValues, type PageFacts, tagsOf } from './page-facts.ts';
import { hasKeyword, rulingDirective } from './policies.ts';
import { needsOf, TRUSTED_TYPES } from './policy.ts';
import { distUrl, SCRIPT_FILE } from './snippet.ts';

/** The hash and nonce of the tag that the page has already, else of the one that it will get. */
const scriptOf = ({ html }: PageFacts, { choice, integrity }: Embedding) => {
  const own = tagsOf(html ?? '', 'script').find((script) => script.get('src')?.includes(SCRIPT_FILE));
  return {
    url: new URL(distUrl(choice, SCRIPT_FILE)),
    nonce: own?.get('nonce') ?? null,
    integrity: own?.get('integrity') ?? (choice.form === 'script-pinned' ? integrity : null),
    isInPage: true,
  };
};

/** What a page has against the script, its parts and its policies of Trusted Types. */
export const scriptFindings = (
  page: PageFacts,
  policies: readonly PagePolicy[],
  embedding: Embedding,
): readonly Finding[] => {
  const { choice, points } = embedding;
  const self = new URL(page.url);
  const script = scriptOf(page, embedding);
  const part = { url: new URL(distUrl(choice, 'later/result.js')), nonce: null, integrity: null, isInPage: false };
  const needed = needsOf(choice, points).script;
  const found = policies.flatMap(({ policy }, at): readonly Finding[] => {
    const sources = rulingDirective(policy, 'script-src')?.sources ?? [];
    if (!allowsScript(policy, script, self)) {
      if (!hasKeyword(sources, "'strict-dynamic'")) return [blocks('script', mended(at, policy, 'script-src', needed))];
      const byHash = script.integrity && mended(at, policy, 'script-src', [`'${script.integrity}'`]);
      return [blocks('script-nonce', byHash || null)];
    }
    if (allowsScript(policy, part, self)) return [];
    return [limits('parts', mended(at, policy, 'script-src', needed))];
  });
  const wantsIntegrity = headerValues(page, 'integrity-policy').some((value) =>
    /blocked-destinations=\([^)]*\bscript\b/.test(value),
  );
  return [
    ...found,
    ...(wantsIntegrity && script.integrity === null ? [blocks('integrity-policy')] : []),
    ...trustedTypesFindings(policies),
  ];
};

const trustedTypesFindings = (policies: readonly PagePolicy[]): readonly Finding[] => {
  const isRequired = policies.some(({ policy }) => policy.has('require-trusted-types-for'));
  return policies.flatMap(({ policy }, at) => {
    const names = policy.get('trusted-types');
    if (!names || names.includes('*')) return [];
    const missing = TRUSTED_TYPES.filter((name) => !names.includes(name));
    if (missing.length === 0) return [];
    const cure = cureOf(at, 'trusted-types', names, TRUSTED_TYPES);
    // Without its first policy the script does not even start; without its second it has no use for a worker's address.
    return [isRequired || missing.includes('lit-html') ? blocks('trusted-types', cure) : limits('trusted-types', cure)];
  });
};
