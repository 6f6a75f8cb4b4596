import ipaddr from 'ipaddr.js';

/** One spelling per address: no zone, and IPv4 in IPv6 (::ffff:a.b.c.d) is IPv4. Null for what is no address. */
export const plainAddress = (text: string | null | undefined): string | null => {
  const bare = (text ?? '').split('%', 1)[0]!;
  return ipaddr.isValid(bare) ? ipaddr.process(bare).toString() : null;
};

export const familyOfAddress = (address: string): 4 | 6 => (ipaddr.process(address).kind() === 'ipv4' ? 4 : 6);

/** The network of `bits` that holds `address`, which must be one: `203.0.113.0/24` of `203.0.113.7`. */
export const networkOf = (address: string, bits: number): string => {
  const bytes = ipaddr
    .process(address)
    .toByteArray()
    .map((byte, i) => {
      const kept = Math.min(Math.max(bits - i * 8, 0), 8);
      return byte & (0xff << (8 - kept)) & 0xff;
    });
  return `${ipaddr.fromByteArray(bytes).toString()}/${bits}`;
};
