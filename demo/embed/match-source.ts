const HOST_SOURCE = /^(?:([a-z][a-z0-9+.-]*):\/\/)?(\*|(?:\*\.)?[a-z0-9_-]+(?:\.[a-z0-9_-]+)*)(?::(\d+|\*))?(\/.*)?$/i;
const SCHEME_SOURCE = /^([a-z][a-z0-9+.-]*):$/i;

const DEFAULT_PORTS: Readonly<Record<string, string>> = { http: '80', ws: '80', https: '443', wss: '443' };

/** A secure version of what is allowed is allowed too. The specification also lets `ws:` mean `https:`; Chromium does not. */
const UPGRADES: Readonly<Record<string, readonly string[]>> = { http: ['https'], ws: ['wss'] };

/** How a part of a source fits: as it is, only by an upgrade to TLS, or because it says nothing. */
type Fit = 'exact' | 'upgrade' | 'open' | null;

/** Whether a source expression allows an address on a page of `self` (CSP 3, 6.7.2.8). Nonces, hashes and the like allow none. */
export const sourceMatches = (source: string, url: URL, self: URL): boolean => {
  const scheme = schemeOf(url);
  if (source === '*') return scheme in DEFAULT_PORTS || scheme === schemeOf(self);
  if (source.toLowerCase() === "'self'") return isSelf(url, self);
  const onlyScheme = SCHEME_SOURCE.exec(source)?.[1];
  if (onlyScheme) return fitOfScheme(onlyScheme.toLowerCase(), scheme) !== null;
  const parts = HOST_SOURCE.exec(source);
  if (!parts || !(scheme in DEFAULT_PORTS)) return false;
  const [, ownScheme, host, port, path] = parts as unknown as [string, string?, string?, string?, string?];
  const schemes = fitOfScheme(ownScheme?.toLowerCase() ?? schemeOf(self), scheme);
  const ports = fitOfPort(port, url);
  const isOneUpgrade =
    (schemes !== 'upgrade' || ports === 'upgrade' || ports === 'open') &&
    (ports !== 'upgrade' || schemes === 'upgrade');
  return schemes !== null && ports !== null && isOneUpgrade && hostFits(host!, url.hostname) && pathFits(path, url);
};

/** Whether any source of a list does. */
export const listMatches = (sources: readonly string[], url: URL, self: URL): boolean =>
  sources.some((source) => sourceMatches(source, url, self));

const schemeOf = ({ protocol }: URL): string => protocol.slice(0, -1);

const portOf = (url: URL): string => url.port || DEFAULT_PORTS[schemeOf(url)]!;

const fitOfScheme = (allowed: string, scheme: string): Fit =>
  allowed === scheme ? 'exact' : UPGRADES[allowed]?.includes(scheme) ? 'upgrade' : null;

const fitOfPort = (allowed: string | undefined, url: URL): Fit => {
  const port = portOf(url);
  if (allowed === '*') return 'open';
  if (allowed === undefined) return port === DEFAULT_PORTS[schemeOf(url)] ? 'open' : null;
  return allowed === port ? 'exact' : allowed === '80' && port === '443' ? 'upgrade' : null;
};

const hostFits = (allowed: string, hostname: string): boolean => {
  const pattern = allowed.toLowerCase();
  if (pattern === '*') return true;
  return pattern.startsWith('*.') ? hostname.endsWith(pattern.slice(1)) : hostname === pattern;
};

/** A path that ends with a slash means all below it, any other one file. */
const pathFits = (allowed: string | undefined, { pathname }: URL): boolean => {
  if (allowed === undefined || allowed === '/') return true;
  const path = decoded(allowed);
  return path.endsWith('/') ? decoded(pathname).startsWith(path) : decoded(pathname) === path;
};

const decoded = (path: string): string => {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
};

const isSelf = (url: URL, self: URL): boolean => {
  if (url.origin === self.origin) return schemeOf(url) in DEFAULT_PORTS;
  if (url.hostname !== self.hostname || !(schemeOf(url) in DEFAULT_PORTS)) return false;
  const samePort = portOf(url) === portOf(self);
  const bothDefault = [url, self].every((one) => portOf(one) === DEFAULT_PORTS[schemeOf(one)]);
  if (!samePort && !bothDefault) return false;
  return schemeOf(self) === 'http' || /^(https|wss)$/.test(schemeOf(url));
};
