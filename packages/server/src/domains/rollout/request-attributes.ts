/** What a launch itself says about the user, for conditions. Claims of a browser: good enough to choose a version by, never to trust. */
import type { HttpContext } from '#infra/http/http-env.ts'
import type { Attributes } from './conditions/evaluate.ts'

const systems: readonly [string, RegExp][] = [
  ['harmony', /OpenHarmony|HarmonyOS/],
  ['android', /Android ?([\d.]+)?/],
  ['ios', /(?:iPhone|iPad|iPod).*? OS ([\d_]+)/],
  ['windows', /Windows NT ([\d.]+)/],
  ['macos', /Mac OS X ([\d_.]+)/],
  ['linux', /Linux/],
]
const browsers: readonly [string, RegExp][] = [
  ['wechat', /MicroMessenger\/([\d.]+)/],
  ['edge', /Edg(?:A|iOS)?\/([\d.]+)/],
  ['firefox', /(?:Firefox|FxiOS)\/([\d.]+)/],
  ['chrome', /(?:Chrome|CriOS)\/([\d.]+)/],
  ['safari', /Version\/([\d.]+).*Safari/],
]
const agentMaxLength = 1000

export function attributesOf(c: HttpContext, runtimeVersion: number): Attributes {
  const agent = (c.req.header('user-agent') ?? '').slice(0, agentMaxLength)
  const [os, osVersion] = firstMatch(systems, agent)
  const [browser, browserVersion] = firstMatch(browsers, agent)
  return {
    os,
    osVersion,
    browser,
    browserVersion,
    platform: os === 'ios' || os === 'android' || os === 'harmony' ? 'mobile' : 'desktop',
    language: c.req.header('accept-language')?.split(/[,;]/)[0]?.slice(0, 35),
    region: regionOf(c),
    address: c.get('clientAddress'),
    network: c.req.header('ect')?.slice(0, 10),
    savesData: c.req.header('save-data') === 'on',
    runtimeVersion,
  }
}

/** As a server in front of the platform says it, by the codes of ISO 3166: `CN`, `CN-BJ`. */
function regionOf(c: HttpContext): string | undefined {
  const given = c.req.header('x-client-region') ?? c.req.header('cf-ipcountry')
  return given !== undefined && /^[A-Za-z]{2}(?:-[A-Za-z0-9]{1,3})?$/.test(given) ? given.toUpperCase() : undefined
}

function firstMatch(table: readonly [string, RegExp][], agent: string): [string | null, string | null] {
  for (const [name, pattern] of table) {
    const match = pattern.exec(agent)
    if (match) return [name, match[1]?.replaceAll('_', '.') ?? null]
  }
  return [null, null]
}
