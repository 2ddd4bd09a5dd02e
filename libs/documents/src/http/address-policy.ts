import { BlockList, isIP } from 'node:net';

/**
 * Addresses that no outbound call may reach unless its origin is allowed by the operator: this machine, private
 * networks, link-local (with the clouds' metadata service), shared, documentation, benchmark and multicast
 * ranges (IANA special-purpose registries for IPv4 and IPv6).
 */
const REFUSED_V4 = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
] as const;

/** Only global unicast is let through, and of it not the ranges that lead somewhere else: Teredo, 6to4, examples. */
const ALLOWED_V6 = ['2000::', 3] as const;
const REFUSED_V6 = [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
] as const;

/** NAT64 (RFC 6052) and IPv4-mapped addresses are judged by the IPv4 address they carry. */
const CARRIES_V4 = [
  ['64:ff9b::', 96],
  ['::ffff:0:0', 96],
] as const;

const refusedV4 = blockList(REFUSED_V4, 'ipv4');
const refusedV6 = blockList(REFUSED_V6, 'ipv6');
const allowedV6 = blockList([ALLOWED_V6], 'ipv6');
const carriesV4 = blockList(CARRIES_V4, 'ipv6');

/** Whether an IP address is a public one. Anything that is no IP address is not. */
export function isPublicAddress(address: string): boolean {
  switch (isIP(address)) {
    case 4:
      return !refusedV4.check(address, 'ipv4');
    case 6: {
      if (carriesV4.check(address, 'ipv6')) return isPublicAddress(lastFourBytes(address));
      return allowedV6.check(address, 'ipv6') && !refusedV6.check(address, 'ipv6');
    }
    default:
      return false;
  }
}

/** The IPv4 address in the last 32 bits, in whichever way they are written. */
function lastFourBytes(address: string): string {
  const dotted = /(\d+\.\d+\.\d+\.\d+)$/.exec(address)?.[1];
  if (dotted !== undefined) return dotted;
  const compressed = new URL(`http://[${address}]/`).hostname.slice(1, -1);
  const groups = compressed.split(':').slice(-2);
  const [high = 0, low = 0] = groups.map((group) => Number.parseInt(group || '0', 16));
  return [high >> 8, high & 255, low >> 8, low & 255].join('.');
}

function blockList(ranges: readonly (readonly [string, number])[], family: 'ipv4' | 'ipv6'): BlockList {
  const list = new BlockList();
  for (const [network, prefix] of ranges) list.addSubnet(network, prefix, family);
  return list;
}
