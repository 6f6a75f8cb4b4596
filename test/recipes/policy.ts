/** What a careful portal sends: nothing but its own files. */
export const STRICT_POLICY = "default-src 'self'; script-src 'self'; object-src 'none'; base-uri 'self'";

type Directives = Map<string, string[]>;

const DIRECTIVE = /^[a-z-]+-src$/;

const add = (directives: Directives, name: string, sources: readonly string[]): void => {
  directives.set(name, [...(directives.get(name) ?? []), ...sources]);
};

/** The lines of a recipe: a line that starts with no directive goes on with the one before. */
const parseLines = (lines: string): Directives => {
  const directives: Directives = new Map();
  let name = '';
  for (const line of lines.split('\n')) {
    const words = line.split(/\s+/).filter((word) => word !== '');
    if (DIRECTIVE.test(words[0] ?? '')) name = words.shift()!;
    if (words.length > 0) add(directives, name, words);
  }
  return directives;
};

const parseHeader = (policy: string): Directives => {
  const directives: Directives = new Map();
  for (const part of policy.split(';')) {
    const [name = '', ...sources] = part.trim().split(/\s+/);
    add(directives, name, sources);
  }
  return directives;
};

/** A policy with the lines of a recipe added, as a webmaster adds them: sources to a directive that is there, or a new one. */
export const addLines = (policy: string, lines: string): string => {
  const all = parseHeader(policy);
  for (const [name, sources] of parseLines(lines)) add(all, name, sources);
  return Array.from(all, ([name, sources]) => [name, ...sources].join(' ')).join('; ');
};
