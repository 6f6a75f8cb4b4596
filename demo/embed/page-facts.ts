/** What of a page decides whether the test runs there. */
export interface PageFacts {
  readonly url: string;
  /** Names in lower case, in the order of the answer. */
  readonly headers: readonly Header[];
  /** The page's HTML; null where it is not known. */
  readonly html: string | null;
}
export type Header = readonly [name: string, value: string];

/** All values of a header; several of one name are several policies. */
export const headerValues = ({ headers }: PageFacts, wanted: string): readonly string[] =>
  headers.flatMap(([name, value]) => (name === wanted ? [value] : []));

/** The page takes only what says by itself that it may be taken. */
export const isIsolated = (page: PageFacts): boolean =>
  headerValues(page, 'cross-origin-embedder-policy').some((value) =>
    /^\s*(require-corp|credentialless)\b/i.test(value),
  );

/** A tag of the page with its attributes, their names in lower case. */
export type TagAttributes = ReadonlyMap<string, string>;

const ATTRIBUTE = /([^\s=>"'/]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?/g;

/** Every tag of a name, without those in comments. A page is not parsed as a browser does it: policies and our own tags are plain. */
export const tagsOf = (html: string, name: string): readonly TagAttributes[] => {
  const tags = html
    .replace(/<!--[\s\S]*?(?:-->|$)/g, '')
    .matchAll(new RegExp(`<${name}\\b((?:"[^"]*"|'[^']*'|[^>"'])*)>`, 'gi'));
  return [...tags].map(
    ([, attributes]) =>
      new Map(
        [...attributes!.matchAll(ATTRIBUTE)].map(
          ([, key, ...values]) => [key!.toLowerCase(), unescapeHtml(values.find(Boolean) ?? '')] as const,
        ),
      ),
  );
};

const ENTITIES: Readonly<Record<string, string>> = {
  quot: '"',
  apos: "'",
  '#39': "'",
  '#34': '"',
  amp: '&',
  lt: '<',
  gt: '>',
};

const unescapeHtml = (text: string): string =>
  text.replace(/&(#?\w+);/g, (entity, name: string) => ENTITIES[name.toLowerCase()] ?? entity);

/** What browsers ignore of a policy that stands in the page itself (CSP 3, 3.3). */
export const IGNORED_IN_META = ['frame-ancestors', 'report-uri', 'sandbox'] as const;

/** The policies in `<meta http-equiv>`; only those in the head count. */
export const metaPolicies = (html: string): readonly string[] =>
  tagsOf(html.split(/<\/head\s*>|<body[\s>]/i, 1)[0]!, 'meta').flatMap((meta) =>
    meta.get('http-equiv')?.trim().toLowerCase() === 'content-security-policy' ? [meta.get('content') ?? ''] : [],
  );
