/** The policy's name, for `trusted-types` in a page's Content-Security-Policy. */
export const TRUSTED_TYPES_POLICY = 'i-speed-test';

/** What of the Trusted Types API is used here; not every browser has it, nor every TypeScript. */
interface Policy {
  readonly createScriptURL: (url: string) => string;
}
interface PolicyFactory {
  readonly createPolicy: (name: string, rules: Policy) => Policy;
}

let policy: Policy | null = null;

/**
 * The address of a worker's script, in the form that `require-trusted-types-for 'script'` asks for. Where the page does not allow the
 * policy, it stays a plain text: refused there like any other, and fine everywhere else.
 */
export const trustedScriptUrl = (url: string): string => {
  const { trustedTypes } = globalThis as { readonly trustedTypes?: PolicyFactory };
  try {
    policy ??= trustedTypes?.createPolicy(TRUSTED_TYPES_POLICY, { createScriptURL: (own) => own }) ?? null;
  } catch {
    return url; // not allowed by the page, or taken by another copy of this script
  }
  return policy?.createScriptURL(url) ?? url;
};
