/** What a careful portal sends: nothing but its own files. */
export const STRICT_POLICY = "default-src 'self'; script-src 'self'; object-src 'none'; base-uri 'self'";

type Directives = ReadonlyMap<string, readonly string[]>;

const DIRECTIVE = /^[a-z-]+-src$/;

/** A header (`;` between directives) or the lines of a page (a directive starts where a word ends in `-src`). */
const parse = (policy: string): Directives => {
  const directives = new Map<string, string[]>();
  let sources: string[] = [];
  for (const part of policy.split(/[;\n]/)) {
    const [name = '', ...rest] = part.trim().split(/\s+/);
    const starts = policy.includes(';') || DIRECTIVE.test(name);
    if (starts && name !== '') directives.set(name, (sources = rest));
    else if (name !== '') sources.push(name, ...rest);
  }
  return directives;
};

/** A policy with the lines of a recipe added, as a webmaster adds them: sources to a directive that is there, or a new one. */
export const addLines = (policy: string, lines: string): string => {
  const all = new Map(parse(policy));
  for (const [name, sources] of parse(lines)) all.set(name, [...(all.get(name) ?? []), ...sources]);
  return Array.from(all, ([name, sources]) => [name, ...sources].join(' ')).join('; ');
};
