/** From which addresses an app's server may call, when the app has said so; the app's secret alone is not enough then. */
import { BlockList, isIP } from 'node:net'
import { WechatError } from '@banyan/contract/wechat'
import type { Apps } from '#domains/apps'
import type { Clock } from '#infra/clock/clock.ts'

const rememberedMs = 5000
const rememberedApps = 1000

export function createServerAddresses({ apps, clock }: { apps: Apps; clock: Clock }) {
  const known = new Map<string, { until: number; allowed: BlockList | undefined }>()

  async function allowedOf(appId: string): Promise<BlockList | undefined> {
    const now = clock.now().getTime()
    const found = known.get(appId)
    if (found && found.until > now) return found.allowed
    const { serverIps } = await apps.profileOf(appId)
    const allowed = serverIps.length === 0 ? undefined : blockListOf(serverIps)
    if (known.size >= rememberedApps) known.clear()
    known.set(appId, { until: now + rememberedMs, allowed })
    return allowed
  }

  return async function requireAddress(appId: string, address: string): Promise<void> {
    const allowed = await allowedOf(appId)
    if (!allowed) return
    const plain = address.replace(/^::ffff:(?=\d+\.)/, '')
    const isAllowed = isIP(plain) !== 0 && allowed.check(plain, isIP(plain) === 6 ? 'ipv6' : 'ipv4')
    if (!isAllowed) throw new WechatError(40164, plain)
  }
}

function blockListOf(ranges: readonly string[]): BlockList {
  const list = new BlockList()
  for (const range of ranges) {
    const [network = '', prefix] = range.split('/')
    const family = isIP(network) === 6 ? 'ipv6' : 'ipv4'
    if (prefix === undefined) list.addAddress(network, family)
    else list.addSubnet(network, Number(prefix), family)
  }
  return list
}
