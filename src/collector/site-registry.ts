import type { SiteContext } from '../protocol/context.ts';
import { type Site, SiteSchema } from '../protocol/site.ts';
import { readList } from './read-list.ts';

/** Whether a page may say that it is a site. An unknown or wrong one measures all the same, and counts for no site. */
export interface Attribution {
  readonly site: Site | null;
  readonly context: SiteContext;
}

export interface SiteRegistry {
  readonly attribute: (claimed: string | null, origin: string | null) => Attribution;
}

export const createSiteRegistry = (sites: readonly Site[]): SiteRegistry => {
  const known = new Map(sites.map((site) => [site.id, site]));
  return {
    attribute: (claimed, origin) => {
      const site = claimed === null ? undefined : known.get(claimed);
      if (site && origin !== null && site.origins.includes(origin)) return { site, context: site.context };
      return { site: null, context: 'citizen' };
    },
  };
};

/** Without a file there are no sites. */
export const readSitesFile = async (file: string | null): Promise<SiteRegistry> =>
  createSiteRegistry(
    file === null ? [] : await readList(file, { schema: SiteSchema, things: 'embedding sites', setting: 'SITES_FILE' }),
  );
