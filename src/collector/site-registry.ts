import type { SiteContext } from '../protocol/context.ts';
import { type Site, SiteSchema } from '../protocol/site.ts';
import { readList } from './read-list.ts';

/** Whether a page may say that it is a site. An unknown or wrong one measures all the same, and counts for no site. */
export interface Attribution {
  readonly site: Site | null;
  readonly context: SiteContext;
}

export interface SiteRegistry {
  /** `host`: the request's own, by which a page of the collector's is known. */
  readonly attribute: (claimed: string | null, origin: string | null, host?: string) => Attribution;
  /** Who may frame a page that speaks for this site; null where there is no such site. */
  readonly originsOf: (site: string | null) => readonly string[] | null;
}

export const createSiteRegistry = (sites: readonly Site[]): SiteRegistry => {
  const known = new Map(sites.map((site) => [site.id, site]));
  return {
    attribute: (claimed, origin, host) => {
      const site = claimed === null ? undefined : known.get(claimed);
      // Our own iframe page speaks for the site that its frame-ancestors lets frame it.
      const speaks = origin !== null && (site?.origins.includes(origin) || hostOf(origin) === host);
      if (site && speaks) return { site, context: site.context };
      return { site: null, context: 'citizen' };
    },
    originsOf: (site) => (site === null ? null : (known.get(site)?.origins ?? null)),
  };
};

/** Without the scheme: a proxy in front may have ended TLS. An opaque origin (`null`) has no host. */
const hostOf = (origin: string): string | null => (URL.canParse(origin) ? new URL(origin).host : null);

/** Without a file there are no sites. */
export const readSitesFile = async (file: string | null): Promise<SiteRegistry> =>
  createSiteRegistry(
    file === null
      ? []
      : await readList(file, { schema: SiteSchema, key: 'id', things: 'embedding sites', setting: 'SITES_FILE' }),
  );
