import { createClient } from '@banyan/sdk'
import type { Locale } from '../environment.ts'
import type { Check } from './check.ts'

export interface PlatformToCheck {
  url: string
  apiKey: string
  /** The mini-program of the project, when it has one. */
  appId: string | undefined
  locale: Locale
}

/** Of the open API: what this command was written for. */
const apiVersion = '1'
const timeoutMs = 10_000
const clockToleranceMs = 60_000

const texts = {
  zh_CN: {
    network: (url: string, version: string, ms: number) => `平台 ${url}，接口版本 ${version}，${ms} ms 内答复`,
    otherVersion: (server: string) => `平台的接口版本是 ${server}，此命令使用版本 ${apiVersion}`,
    otherVersionHint: '使用与平台同一发行版的 banyan 命令',
    away: (url: string, reason: string) => `无法连接 ${url}：${reason}`,
    awayHint: '检查网络、代理与地址；平台须在运行。地址有变时重新执行 banyan login',
    clock: (seconds: number) => `本机时钟与平台相差 ${seconds} 秒`,
    clockHint: '校准本机时间',
    key: (name: string, role: string) => `已登录：${name}（${role}）`,
    badKey: (reason: string) => `登录无效：${reason}`,
    badKeyHint: '重新执行 banyan login',
    app: (name: string, version: string) => `小程序「${name}」，线上版本 ${version}`,
    nothing: '无',
    noApp: (appId: string) => `平台上没有小程序 ${appId}，或当前密钥无权查看`,
    noAppHint: '检查 banyan.json 是否属于这个平台；删除它后用 banyan upload --create 新建',
  },
  en: {
    network: (url: string, version: string, ms: number) =>
      `Platform ${url}, version ${version} of the API, answers in ${ms} ms`,
    otherVersion: (server: string) =>
      `The platform has version ${server} of the API; this command uses version ${apiVersion}`,
    otherVersionHint: 'Use the banyan command of the same Banyan release as the platform',
    away: (url: string, reason: string) => `${url} cannot be reached: ${reason}`,
    awayHint:
      'Look at network, proxy and address; the platform must be running. For another address run banyan login again',
    clock: (seconds: number) => `The clock of this machine is ${seconds} seconds away from that of the platform`,
    clockHint: 'Set the time of this machine',
    key: (name: string, role: string) => `Logged in as ${name} (${role})`,
    badKey: (reason: string) => `The login does not work: ${reason}`,
    badKeyHint: 'Run banyan login again',
    app: (name: string, version: string) => `Mini-program "${name}", online version ${version}`,
    nothing: 'none',
    noApp: (appId: string) => `The platform has no mini-program ${appId}, or this key may not see it`,
    noAppHint: 'See whether banyan.json belongs to this platform; without it, banyan upload --create makes a new one',
  },
}

export async function checkPlatform(platform: PlatformToCheck): Promise<readonly Check[]> {
  const reached = await checkNetwork(platform)
  if (reached.some(({ verdict, id }) => id === 'network' && verdict === 'bad')) return reached
  const client = createClient({ baseUrl: platform.url, apiKey: platform.apiKey, locale: platform.locale, timeoutMs })
  const text = texts[platform.locale]
  const key = await client.identity.me().then(
    ({ name, role }): Check => ({ id: 'key', verdict: 'good', text: text.key(name, role) }),
    (error: unknown): Check => ({
      id: 'key',
      verdict: 'bad',
      text: text.badKey(reasonOf(error)),
      hint: text.badKeyHint,
    }),
  )
  if (key.verdict === 'bad' || platform.appId === undefined) return [...reached, key]
  const { appId } = platform
  const app = await client.apps.read(appId).then(
    ({ name, currentVersion }): Check => ({
      id: 'app',
      verdict: 'good',
      text: text.app(name, currentVersion ?? text.nothing),
    }),
    (): Check => ({ id: 'app', verdict: 'bad', text: text.noApp(appId), hint: text.noAppHint }),
  )
  return [...reached, key, app]
}

async function checkNetwork({ url, locale }: PlatformToCheck): Promise<readonly Check[]> {
  const text = texts[locale]
  const startedAt = performance.now()
  try {
    const response = await fetch(`${url}/openapi.json`, { signal: AbortSignal.timeout(timeoutMs) })
    const version = versionOf(await response.json())
    const ms = Math.round(performance.now() - startedAt)
    const network: Check = { id: 'network', verdict: 'good', text: text.network(url, version, ms) }
    const otherVersion: Check = {
      id: 'network',
      verdict: 'note',
      text: text.otherVersion(version),
      hint: text.otherVersionHint,
    }
    const skewMs = Math.abs(Date.parse(response.headers.get('date') ?? '') - Date.now())
    const clock: Check = {
      id: 'clock',
      verdict: 'bad',
      text: text.clock(Math.round(skewMs / 1000)),
      hint: text.clockHint,
    }
    return [network, ...(version === apiVersion ? [] : [otherVersion]), ...(skewMs > clockToleranceMs ? [clock] : [])]
  } catch (error) {
    return [{ id: 'network', verdict: 'bad', text: text.away(url, reasonOf(error)), hint: text.awayHint }]
  }
}

/** `info.version` of the platform's description of its API. */
function versionOf(document: unknown): string {
  const info = typeof document === 'object' && document !== null && 'info' in document ? document.info : undefined
  const version = typeof info === 'object' && info !== null && 'version' in info ? info.version : undefined
  return typeof version === 'string' ? version : '?'
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  return error.cause instanceof Error && error.cause.message !== '' ? error.cause.message : error.message
}
