import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import ipaddr from 'ipaddr.js';
import { VIETNAMESE_OPERATORS } from './operators-vn.ts';

/**
 * `npm run networks -- FOLDER`: makes networks-vn.ts from `asn-ipv4.csv` and `asn-ipv6.csv` of the package @ip-location-db/asn (first and
 * last address, AS number, name), which `npm pack @ip-location-db/asn` downloads. Not a dependency: it has 63 MB.
 */

/** Whose networks are kept: those of the operators' AS numbers. */
const KEPT = new Set(VIETNAMESE_OPERATORS.flatMap(({ asns }) => asns.map(({ asn }) => asn)));

const bitsOf = (address: string): bigint =>
  ipaddr
    .parse(address)
    .toByteArray()
    .reduce((sum, byte) => (sum << 8n) | BigInt(byte), 0n);

const textOf = (value: bigint, bytes: number): string =>
  ipaddr
    .fromByteArray(Array.from({ length: bytes }, (_, i) => Number((value >> BigInt(8 * (bytes - 1 - i))) & 0xffn)))
    .toString();

/** A range of addresses as the fewest networks. */
const networksOf = (first: string, last: string): string[] => {
  const bytes = first.includes(':') ? 16 : 4;
  const end = bitsOf(last);
  const networks: string[] = [];
  for (let from = bitsOf(first); from <= end;) {
    let size = 0n;
    while (size < BigInt(bytes * 8) && from % (1n << (size + 1n)) === 0n && from + (1n << (size + 1n)) - 1n <= end)
      size++;
    networks.push(`${textOf(from, bytes)}/${bytes * 8 - Number(size)}`);
    from += 1n << size;
  }
  return networks;
};

const folder = process.argv[2];
if (!folder) {
  console.error('npm run networks -- FOLDER    the unpacked package @ip-location-db/asn');
  process.exit(2);
}
const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { version: string };
const networks: Record<number, string[]> = {};
for (const file of ['asn-ipv4.csv', 'asn-ipv6.csv'])
  for (const line of readFileSync(join(folder, file), 'utf8').split('\n')) {
    const [first, last, asn] = line.split(',');
    if (!KEPT.has(Number(asn)) || !first || !last) continue;
    (networks[Number(asn)] ??= []).push(...networksOf(first, last));
  }
const target = join(import.meta.dirname, 'networks-vn.ts');
const table = JSON.stringify({ madeFrom: `@ip-location-db/asn ${version}`, networks }, (_, value: unknown) =>
  Array.isArray(value) ? value.join(' ') : value,
);
writeFileSync(
  target,
  `import type { VietnameseTable } from './networks.ts';

/** Made by \`npm run networks\`; do not edit. Data: RouteViews and DB-IP (https://db-ip.com), CC BY 4.0. */
export const VIETNAMESE_NETWORKS: VietnameseTable = ${table};
`,
);
execFileSync('npx', ['prettier', '--write', target]);
