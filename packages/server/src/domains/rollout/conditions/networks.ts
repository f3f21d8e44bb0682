/** IP addresses in networks: `10.0.0.0/8`, `2001:db8::/32`, or one address. What is neither holds nothing. */
import { BlockList, isIP } from 'node:net'

export function isInNetworks(address: string, networks: readonly string[]): boolean {
  const family = familyOf(address)
  if (!family) return false
  return networks.some((network) => {
    const [base = '', prefix] = network.split('/')
    const bits = prefix === undefined ? undefined : Number(prefix)
    if (familyOf(base) !== family) return false
    if (bits !== undefined && (!/^\d{1,3}$/.test(prefix ?? '') || bits > (family === 'ipv4' ? 32 : 128))) return false
    const list = new BlockList()
    if (bits === undefined) list.addAddress(base, family)
    else list.addSubnet(base, bits, family)
    return list.check(address, family)
  })
}

function familyOf(address: string): 'ipv4' | 'ipv6' | undefined {
  const family = isIP(address)
  return family === 4 ? 'ipv4' : family === 6 ? 'ipv6' : undefined
}
