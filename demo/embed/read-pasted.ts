import type { Header, PageFacts } from './page-facts.ts';

const HEADER = /^([a-z][a-z0-9-]*)\s*:\s*(.*)$/i;

/** As servers are told: nginx `add_header Name "…" always;`, Apache `Header always set Name "…"`, IIS `<add name="…" value="…" />`. */
const SERVER_LINES = [
  /^add_header\s+([a-z-]+)\s+(?:"([^"]*)"|'([^']*)')/i,
  /^Header\s+(?:always\s+)?(?:set|add|append|merge)\s+"?([a-z-]+)"?\s+(?:"([^"]*)"|'([^']*)')/i,
  /^<add\s+name="([a-z-]+)"\s+value="([^"]*)"/i,
];
const BARE_POLICY = /^(?:default|script|connect|worker|child|frame|img|style|object)-src\s/i;

/**
 * Whatever people paste: what `curl -sI` or a browser's network tab shows, a line of a server's configuration, a policy alone, the
 * page's HTML, or several of these. Of several answers (redirects) the last one counts.
 */
export const readPasted = (text: string, url: string): PageFacts => {
  const answers: Header[][] = [[]];
  const lines = text.split(/\r?\n/).map((line) => line.trim());
  const isHtml = /<(?:!doctype|html|head|meta|body)\b/i.test(text);
  lines.forEach((line, i) => {
    const headers = answers.at(-1)!;
    const add = (name: string, value: string) => headers.push([name.toLowerCase(), value]);
    if (/^HTTP\/[\d.]+ \d{3}/i.test(line)) return answers.push([]);
    const [, name, ...values] = SERVER_LINES.map((pattern) => pattern.exec(line)).find((found) => found) ?? [];
    if (name !== undefined) return add(name, values.find(Boolean) ?? '');
    if (line.startsWith('<')) return;
    if (BARE_POLICY.test(line)) {
      // The network tab of a browser has the value below its name.
      return /^content-security-policy-report-only:?$/i.test(lines[i - 1] ?? '')
        ? 0
        : add('content-security-policy', line);
    }
    const header = HEADER.exec(line);
    if (!header || (isHtml && !/^(?:content-security|cross-origin|permissions|integrity)-/i.test(line))) return;
    const [, key, value] = header as unknown as [string, string, string];
    if (value !== '') return add(key, value);
    const next = lines[i + 1] ?? '';
    return next === '' || HEADER.test(next) || BARE_POLICY.test(next) ? 0 : add(key, next);
  });
  return { url, headers: answers.at(-1)!, html: isHtml ? text : null };
};
