/** Which addresses belong to the public internet. Everything that is not known to be public is refused. */
import { BlockList, isIP } from 'node:net'

/** IANA's special-purpose registry, and the ranges in which clouds keep their metadata services. */
const special4 = [
  '0.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.0.0.0/24',
  '192.0.2.0/24',
  '192.31.196.0/24',
  '192.52.193.0/24',
  '192.88.99.0/24',
  '192.168.0.0/16',
  '192.175.48.0/24',
  '198.18.0.0/15',
  '198.51.100.0/24',
  '203.0.113.0/24',
  '224.0.0.0/4',
  '240.0.0.0/4',
  '168.63.129.16/32',
]

/** Inside the global range: tunnels that lead to an IPv4 address of somebody's choice, documentation, benchmarks. */
const special6 = ['2001::/23', '2001:db8::/32', '2002::/16', '2620:4f:8000::/48', '3fff::/20']

const refused4 = blockListOf(special4, 'ipv4')
const refused6 = blockListOf(special6, 'ipv6')
const global6 = blockListOf(['2000::/3'], 'ipv6')

export function isPublicAddress(address: string): boolean {
  const plain = address.split('%')[0] ?? address
  switch (isIP(plain)) {
    case 4:
      return !refused4.check(plain, 'ipv4')
    case 6:
      return global6.check(plain, 'ipv6') && !refused6.check(plain, 'ipv6')
    default:
      return false
  }
}

function blockListOf(ranges: readonly string[], family: 'ipv4' | 'ipv6'): BlockList {
  const list = new BlockList()
  for (const range of ranges) {
    const [network = '', prefix] = range.split('/')
    list.addSubnet(network, Number(prefix), family)
  }
  return list
}
