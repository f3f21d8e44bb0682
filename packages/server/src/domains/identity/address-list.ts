/** Lists of addresses and networks, as owners of keys write them: `203.0.113.7`, `10.0.0.0/8`, `2001:db8::/32`. */
import { BlockList, isIP } from 'node:net'

export function isAddressRule(rule: string): boolean {
  const [address = '', length, more] = rule.split('/')
  const family = isIP(address)
  if (family === 0 || more !== undefined) return false
  return length === undefined || (/^\d{1,3}$/.test(length) && Number(length) <= (family === 4 ? 32 : 128))
}

export function isAllowedAddress(rules: readonly string[], clientAddress: string): boolean {
  const list = new BlockList()
  for (const rule of rules.filter(isAddressRule)) {
    const [address = '', length] = rule.split('/')
    const family = isIP(address) === 4 ? 'ipv4' : 'ipv6'
    if (length === undefined) list.addAddress(address, family)
    else list.addSubnet(address, Number(length), family)
  }
  // A socket that listens for both families shows IPv4 in this form.
  const address = clientAddress.replace(/^::ffff:(?=\d+\.)/, '')
  const family = isIP(address)
  return family !== 0 && list.check(address, family === 4 ? 'ipv4' : 'ipv6')
}
