import { type AsnResponse, open } from 'maxmind';
import { familyOfAddress, networkOf, plainAddress } from './address.ts';
import { SettingError } from './environment.ts';
import { VIETNAMESE_NETWORKS } from './networks-vn.ts';

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
  readonly operators: Readonly<Record<string, { readonly name: string; readonly networks: string }>>;
}

/** The MMDB that an operator supplies, or the small table. A {@link SettingError} where the file is none. */
export const openNetworks = async (file: string | null): Promise<Networks> =>
  file === null ? fromTable(VIETNAMESE_NETWORKS) : fromMmdb(file, VIETNAMESE_NETWORKS);

/** All AS numbers of the operator that has this one, by its name in the table; the number alone where the table does not have it. */
export const asnsOfOperator = (
  asn: number,
  { operators }: VietnameseTable = VIETNAMESE_NETWORKS,
): readonly number[] => {
  const name = operators[asn]?.name;
  if (name === undefined) return [asn];
  return Object.keys(operators)
    .filter((each) => operators[each]!.name === name)
    .map(Number);
};

/** Whose number it is, as people know them; the number itself where the table does not have it. */
export const nameOfOperator = (asn: number, { operators }: VietnameseTable = VIETNAMESE_NETWORKS): string =>
  operators[asn]?.name ?? `AS${asn}`;

const fromTable = ({ operators }: VietnameseTable): Networks => {
  const byNetwork = new Map<string, Operator>();
  const sizes = { 4: new Set<number>(), 6: new Set<number>() };
  for (const [asn, { name, networks }] of Object.entries(operators))
    for (const network of networks.split(' ')) {
      byNetwork.set(network, { asn: Number(asn), name });
      sizes[network.includes(':') ? 6 : 4].add(Number(network.split('/')[1]));
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

const fromMmdb = async (file: string, { operators }: VietnameseTable): Promise<Networks> => {
  const reader = await open<AsnResponse>(file).catch((error: unknown) => {
    throw new SettingError(`NETWORKS_FILE=${file} is not an MMDB of networks: ${String(error)}.`);
  });
  return {
    find: (address) => {
      const plain = plainAddress(address);
      const record: NetworkRecord | null = plain === null ? null : reader.get(plain);
      const asn = record?.autonomous_system_number ?? Number(String(record?.asn ?? '').replace(/^AS/i, ''));
      if (!asn) return null;
      // A brand as people know it, where we know it: registries write one company in many ways.
      const name = operators[asn]?.name ?? record?.autonomous_system_organization ?? record?.as_name ?? `AS${asn}`;
      return { asn, name: name.slice(0, 120) };
    },
  };
};
