import { BlockList, isIPv6 } from 'node:net'

/** Whether an address is that of this machine, of a network at home, or of nobody. */
export function isPrivate(address: string): boolean {
  if (!isIPv6(address)) return RESERVED.check(address, 'ipv4')
  return !PUBLIC.check(address, 'ipv6') || RESERVED.check(address, 'ipv6')
}

/** IANA's special-purpose registries for IPv4, and what lies in IPv6's global range without being global. */
const RESERVED = new BlockList()
for (const [network, bits] of [
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
  ['224.0.0.0', 3],
] as const) {
  RESERVED.addSubnet(network, bits, 'ipv4')
}
for (const [network, bits] of [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16], // 6to4 leads to any IPv4 address
  ['3fff::', 20],
] as const) {
  RESERVED.addSubnet(network, bits, 'ipv6')
}

const PUBLIC = new BlockList()
PUBLIC.addSubnet('2000::', 3, 'ipv6')
