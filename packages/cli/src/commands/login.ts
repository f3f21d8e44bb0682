import { createClient } from '@banyan/sdk'
import type { Command } from 'commander'
import type { Context } from '../context.ts'
import { storeCredentials } from '../credentials.ts'
import { Failure } from '../failure.ts'
import { ask, askSecret } from '../prompts.ts'

interface LoginOptions {
  url?: string
  key?: string
  json?: true
}

const texts = {
  zh_CN: {
    description: '用 API 密钥登录平台，保存在本机供 upload 与 publish 使用',
    url: '平台地址，如 https://mini.example.com',
    key: 'API 密钥；不给出时会询问，或从标准输入读取',
    json: '以 JSON 输出结果',
    askUrl: '平台地址：',
    askKey: 'API 密钥（在控制台创建，以 byk_ 开头）：',
    badUrl: (url: string) => `平台地址不正确：${url}`,
    badUrlHint: '地址形如 https://mini.example.com',
    noKey: '没有给出 API 密钥',
    noKeyHint: '在控制台创建 API 密钥，再执行 banyan login',
    checking: '正在验证 …',
    done: (name: string, role: string, url: string) => `已登录 ${url}：${name}（${role}）`,
    stored: (file: string) => `登录信息保存在 ${file}，仅当前用户可读`,
    examples: `
示例：
  $ banyan login --url https://mini.example.com
  $ echo "$KEY" | banyan login --url https://mini.example.com`,
  },
  en: {
    description: 'Log in to a platform with an API key; upload and publish use it',
    url: 'address of the platform, such as https://mini.example.com',
    key: 'API key; when absent it is asked for, or read from standard input',
    json: 'print the result as JSON',
    askUrl: 'Address of the platform: ',
    askKey: 'API key (made in the console, starts with byk_): ',
    badUrl: (url: string) => `Not the address of a platform: ${url}`,
    badUrlHint: 'An address looks like https://mini.example.com',
    noKey: 'No API key was given',
    noKeyHint: 'Make an API key in the console, then run banyan login',
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
    .option('--json', text.json)
    .addHelpText('after', text.examples)
    .action((options: LoginOptions) => login(options, context))
}

async function login(options: LoginOptions, { terminal, environment }: Context): Promise<void> {
  const text = texts[environment.locale]
  const url = normalise(options.url ?? environment.url ?? (await ask(text.askUrl)), environment.locale)
  const apiKey = (options.key ?? environment.apiKey ?? (await askSecret(text.askKey))).trim()
  if (apiKey === '') throw new Failure('login.noKey', text.noKey, { hint: text.noKeyHint, exitCode: 2 })
  terminal.progress(text.checking)
  const { name, role } = await createClient({ baseUrl: url, apiKey, locale: environment.locale }).identity.me()
  const file = await storeCredentials(environment, { url, apiKey })
  if (options.json) {
    terminal.printJson({ ok: true, url, name, role, file })
    return
  }
  terminal.print(`${terminal.style('green', '✔')} ${text.done(name, role, url)}`)
  terminal.note(text.stored(file))
}

function normalise(address: string, locale: Context['environment']['locale']): string {
  const text = texts[locale]
  const url = URL.parse(address.trim())
  if (url === null || (url.protocol !== 'https:' && url.protocol !== 'http:')) {
    throw new Failure('login.badUrl', text.badUrl(address.trim()), { hint: text.badUrlHint, exitCode: 2 })
  }
  return `${url.origin}${url.pathname}`.replace(/\/+$/, '')
}
