import { type AsnResponse, open } from 'maxmind';
import { familyOfAddress, networkOf, plainAddress } from './address.ts';
import { SettingError } from './environment.ts';
import { VIETNAMESE_NETWORKS } from './networks-vn.ts';
import { VIETNAMESE_OPERATORS } from './operators-vn.ts';

/** A network's operator. */
export interface Operator {
  readonly asn: number;
  readonly name: string;
}

/** Address → operator, offline. */
export interface Networks {
  /** Null for what is in no known network, or no address. */
  readonly find: (address: string) => Operator | null;
}

/**
 * The large Vietnamese networks, for those who give no file of their own. Made by `npm run networks` from data of RouteViews and DB-IP
 * (CC BY 4.0, https://db-ip.com). Addresses change hands: a file that is kept up to date knows better.
 */
export interface VietnameseTable {
  readonly madeFrom: string;
  /** By AS number; whose it is says {@link VIETNAMESE_OPERATORS}. */
  readonly networks: Readonly<Record<string, string>>;
}

/** Brands as people know them, by the AS numbers that are the operators' to this day. */
const BRANDS: ReadonlyMap<number, string> = new Map(
  VIETNAMESE_OPERATORS.flatMap(({ name, asns }) =>
    asns.filter(({ to }) => to === undefined).map(({ asn }) => [asn, name] as const),
  ),
);

/** The MMDB that an operator supplies, or the small table. A {@link SettingError} where the file is none. */
export const openNetworks = async (file: string | null): Promise<Networks> =>
  file === null ? fromTable(VIETNAMESE_NETWORKS) : fromMmdb(file);

const fromTable = ({ networks }: VietnameseTable): Networks => {
  const byNetwork = new Map<string, Operator>();
  const sizes = { 4: new Set<number>(), 6: new Set<number>() };
  for (const [number, list] of Object.entries(networks)) {
    const asn = Number(number);
    for (const network of list.split(' ')) {
      byNetwork.set(network, { asn, name: BRANDS.get(asn) ?? `AS${asn}` });
      sizes[network.includes(':') ? 6 : 4].add(Number(network.split('/')[1]));
    }
  }
  // The most specific network wins, as in routing.
  const order = { 4: [...sizes[4]].sort((a, b) => b - a), 6: [...sizes[6]].sort((a, b) => b - a) };
  return {
    find: (address) => {
      const plain = plainAddress(address);
      if (plain === null) return null;
      for (const bits of order[familyOfAddress(plain)]) {
        const found = byNetwork.get(networkOf(plain, bits));
        if (found) return found;
      }
      return null;
    },
  };
};

/** GeoLite2-ASN and DB-IP say `autonomous_system_number`, IPinfo says `asn: "AS…"`. */
interface NetworkRecord extends Partial<AsnResponse> {
  readonly asn?: string | number;
  readonly as_name?: string;
}

const fromMmdb = async (file: string): Promise<Networks> => {
  const reader = await open<AsnResponse>(file).catch((error: unknown) => {
    throw new SettingError(`NETWORKS_FILE=${file} is not an MMDB of networks: ${String(error)}.`);
  });
  return {
    find: (address) => {
      const plain = plainAddress(address);
      const record: NetworkRecord | null = plain === null ? null : reader.get(plain);
      const asn = record?.autonomous_system_number ?? Number(String(record?.asn ?? '').replace(/^AS/i, ''));
      if (!asn) return null;
      // Registries write one company in many ways.
      const name = BRANDS.get(asn) ?? record?.autonomous_system_organization ?? record?.as_name ?? `AS${asn}`;
      return { asn, name: name.slice(0, 120) };
    },
  };
};
