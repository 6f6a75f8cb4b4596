import { MAX_VERSIONS, OTHER_VERSION } from '../funnel-counter.ts';
import type { FunnelCounts } from '../funnel-store.ts';
import { groupBy } from '../group-by.ts';

/**
 * The counts by version of the script, the newest first; pure. Anybody may write another version into each result: those beyond the
 * {@link MAX_VERSIONS} that were seen most are one, at the end.
 */
export const byVersion = ({
  visits,
  tests,
}: FunnelCounts): { readonly version: string; readonly counts: FunnelCounts }[] => {
  const seen = new Map<string, number>();
  const see = (version: string | null, times: number) => {
    if (version !== null && version !== OTHER_VERSION) seen.set(version, (seen.get(version) ?? 0) + times);
  };
  for (const each of visits) see(each.version, each.visits);
  for (const each of tests) see(each.version, each.tests);
  const listed = [...seen]
    .sort(([a, of], [b, ofOther]) => ofOther - of || newestFirst(a, b))
    .slice(0, MAX_VERSIONS)
    .map(([version]) => version)
    .sort(newestFirst);
  const nameOf = ({ version }: { readonly version: string | null }) =>
    version === null || listed.includes(version) ? version : OTHER_VERSION;
  const [visitsBy, testsBy] = [groupBy(visits, nameOf), groupBy(tests, nameOf)];
  return [...listed, OTHER_VERSION]
    .filter((version) => visitsBy.has(version) || testsBy.has(version))
    .map((version) => ({
      version,
      counts: { visits: visitsBy.get(version) ?? [], tests: testsBy.get(version) ?? [] },
    }));
};

/** Made once: `localeCompare` makes one for each two. */
const { compare } = new Intl.Collator('en', { numeric: true });

const newestFirst = (a: string, b: string): number => compare(b, a);
