import { hostname, userInfo } from 'node:os'
import { setTimeout as wait } from 'node:timers/promises'
import type { Client } from '@banyan/sdk'
import type { Command } from 'commander'
import type { Context } from '../context.ts'
import { storeCredentials } from '../credentials.ts'
import { Failure } from '../failure.ts'
import { openInBrowser } from '../open-in-browser.ts'
import { ask, askSecret, readPiped } from '../prompts.ts'

interface LoginOptions {
  url?: string
  key?: string
  withKey?: true
  open: boolean
  json?: true
}

const texts = {
  zh_CN: {
    description: '登录平台：在浏览器中批准这台设备，或使用 API 密钥；登录信息保存在本机',
    url: '平台地址，如 https://mini.example.com',
    key: 'API 密钥；也可从标准输入读取',
    withKey: '输入 API 密钥，而不在浏览器中批准',
    noOpen: '不自动打开浏览器',
    json: '以 JSON 输出结果',
    askUrl: '平台地址：',
    askKey: 'API 密钥（在控制台创建，以 byk_ 开头）：',
    badUrl: (url: string) => `平台地址不正确：${url}`,
    badUrlHint: '地址形如 https://mini.example.com',
    noKey: '没有给出 API 密钥',
    noKeyHint: '设置环境变量 BANYAN_URL 与 BANYAN_API_KEY，或从标准输入给出密钥',
    approve: (address: string) => `在浏览器中打开 ${address}`,
    code: (code: string) => `输入代码 ${code}`,
    waiting: '等待批准 …（按 Ctrl-C 取消）',
    expired: '代码已过期，没有人批准',
    expiredHint: '重新执行 banyan login；也可在控制台创建 API 密钥，用 banyan login --with-key',
    checking: '正在验证 …',
    done: (name: string, role: string, url: string) => `已登录 ${url}：${name}（${role}）`,
    stored: (file: string) => `登录信息保存在 ${file}，仅当前用户可读`,
    examples: `
示例：
  $ banyan login --url https://mini.example.com
  $ echo "$KEY" | banyan login --url https://mini.example.com`,
  },
  en: {
    description: 'Log in to a platform: approve this device in the browser, or use an API key; kept on this machine',
    url: 'address of the platform, such as https://mini.example.com',
    key: 'API key; it may also come from standard input',
    withKey: 'type an API key and approve nothing in the browser',
    noOpen: 'do not open a browser',
    json: 'print the result as JSON',
    askUrl: 'Address of the platform: ',
    askKey: 'API key (made in the console, starts with byk_): ',
    badUrl: (url: string) => `Not the address of a platform: ${url}`,
    badUrlHint: 'An address looks like https://mini.example.com',
    noKey: 'No API key was given',
    noKeyHint: 'Set the environment variables BANYAN_URL and BANYAN_API_KEY, or pipe the key in',
    approve: (address: string) => `Open ${address} in a browser`,
    code: (code: string) => `and enter the code ${code}`,
    waiting: 'Waiting for the approval … (Ctrl-C cancels)',
    expired: 'The code has expired; nobody approved it',
    expiredHint: 'Run banyan login again, or make an API key in the console and run banyan login --with-key',
    checking: 'Checking …',
    done: (name: string, role: string, url: string) => `Logged in to ${url} as ${name} (${role})`,
    stored: (file: string) => `Stored in ${file}, readable by you alone`,
    examples: `
Examples:
  $ banyan login --url https://mini.example.com
  $ echo "$KEY" | banyan login --url https://mini.example.com`,
  },
}

export function addLoginCommand(program: Command, context: Context): void {
  const text = texts[context.environment.locale]
  program
    .command('login')
    .description(text.description)
    .option('--url <url>', text.url)
    .option('--key <key>', text.key)
    .option('--with-key', text.withKey)
    .option('--no-open', text.noOpen)
    .option('--json', text.json)
    .addHelpText('after', text.examples)
    .action((options: LoginOptions) => login(options, context))
}

async function login(options: LoginOptions, context: Context): Promise<void> {
  const { terminal, environment } = context
  const { locale } = environment
  const text = texts[locale]
  const url = normalise(options.url ?? environment.url ?? (await ask(text.askUrl)), locale)
  const { createClient } = await import('@banyan/sdk')
  const given = await givenKey(options, context)
  const apiKey = given ?? (await approveInBrowser(createClient({ baseUrl: url, locale }), options, context))
  terminal.progress(text.checking)
  const { name, role } = await createClient({ baseUrl: url, apiKey, locale }).identity.me()
  const file = await storeCredentials(environment, { url, apiKey })
  if (options.json) {
    terminal.printJson({ ok: true, url, name, role, file })
    return
  }
  terminal.print(`${terminal.style('green', '✔')} ${text.done(name, role, url)}`)
  terminal.note(text.stored(file))
}

/** The key of the options, the environment or standard input; undefined when the browser is to be asked. */
async function givenKey(options: LoginOptions, { environment }: Context): Promise<string | undefined> {
  const text = texts[environment.locale]
  const named = options.key ?? environment.apiKey
  const key = (named ?? (options.withKey ? await askSecret(text.askKey) : await readPiped())).trim()
  if (key !== '') return key
  if (!options.withKey && !environment.isBuildServer && named === undefined) return undefined
  throw new Failure('login.noKey', text.noKey, { hint: text.noKeyHint, exitCode: 2 })
}

/** As RFC 8628: this program shows a code, and a person who is signed in types it. */
async function approveInBrowser(client: Client, options: LoginOptions, context: Context): Promise<string> {
  const { terminal, environment } = context
  const text = texts[environment.locale]
  const code = await client.identity.startDevice(`banyan (${userInfo().username}@${hostname()})`.slice(0, 40))
  // To standard error and not as a note: whoever wants JSON must still see the code.
  process.stderr.write(`${text.approve(code.verificationUrl)}\n${text.code(code.userCode)}\n`)
  if (options.open && process.stderr.isTTY) openInBrowser(`${code.verificationUrl}?code=${code.userCode}`)
  terminal.progress(text.waiting)
  const rounds = Math.ceil(code.expiresInSeconds / code.intervalSeconds)
  for (let round = 0; round < rounds; round += 1) {
    await wait(code.intervalSeconds * 1000)
    const apiKey = await collect(client, code.deviceCode)
    if (apiKey !== undefined) return apiKey
  }
  throw new Failure('login.expired', text.expired, { hint: text.expiredHint })
}

/** A network that is away for a moment ends nothing. */
const passing: ReadonlySet<unknown> = new Set(['identity.devicePending', 'client.unreachable', 'client.timeout'])

async function collect(client: Client, deviceCode: string): Promise<string | undefined> {
  try {
    return (await client.identity.collectDevice(deviceCode)).apiKey
  } catch (error) {
    if (passing.has(codeOf(error))) return undefined
    throw error
  }
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined
}

function normalise(address: string, locale: Context['environment']['locale']): string {
  const text = texts[locale]
  const url = URL.parse(address.trim())
  if (url === null || (url.protocol !== 'https:' && url.protocol !== 'http:')) {
    throw new Failure('login.badUrl', text.badUrl(address.trim()), { hint: text.badUrlHint, exitCode: 2 })
  }
  return `${url.origin}${url.pathname}`.replace(/\/+$/, '')
}
