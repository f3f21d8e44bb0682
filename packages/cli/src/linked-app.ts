/** What the commands about one mini-program on the platform have in common: which one, and a client. */
import type { Client } from '@banyan/sdk'
import { Argument } from 'commander'
import type { Command } from 'commander'
import type { Context } from './context.ts'
import { connect } from './credentials.ts'
import { Failure } from './failure.ts'
import type { Locale } from './environment.ts'
import { readLinkedApp } from './project-link.ts'

export interface AppOptions {
  app?: string
  json?: true
}

export interface LinkedApp {
  client: Client
  /** Address of the platform. */
  url: string
  appId: string
}

const texts = {
  zh_CN: {
    folder: '项目文件夹，用于查找 banyan.json',
    here: '当前文件夹',
    app: '小程序 ID；默认取 banyan.json 中的 appId',
    json: '以 JSON 输出结果',
    noApp: '不知道是哪个小程序',
    noAppHint: '用 --app 给出小程序 ID，或在含有 banyan.json 的项目文件夹中执行',
    noVersion: '该小程序还没有上传过版本',
    noVersionHint: '先执行 banyan upload <dir>',
  },
  en: {
    folder: 'project folder, where banyan.json is looked for',
    here: 'the current folder',
    app: 'id of the mini-program; by default the appId of banyan.json',
    json: 'print the result as JSON',
    noApp: 'It is not known which mini-program this is about',
    noAppHint: 'Name it with --app, or run this for a project folder that has a banyan.json',
    noVersion: 'No version of this mini-program has been uploaded',
    noVersionHint: 'Run banyan upload <dir> first',
  },
}

/** `[dir]`, `--app` and `--json`. */
export function addAppOptions(command: Command, locale: Locale): Command {
  const text = texts[locale]
  const folder = new Argument('[dir]', text.folder).default('.', text.here)
  return command.addArgument(folder).option('--app <id>', text.app).option('--json', text.json)
}

export async function findLinkedApp(folder: string, options: AppOptions, { environment }: Context): Promise<LinkedApp> {
  const text = texts[environment.locale]
  const appId = options.app ?? (await readLinkedApp(folder))
  if (appId === undefined) throw new Failure('app.unknown', text.noApp, { hint: text.noAppHint, exitCode: 2 })
  return { ...(await connect(environment)), appId }
}

/** The version uploaded last, previews excepted. */
export async function newestVersion({ client, appId }: LinkedApp, locale: Locale): Promise<string> {
  const text = texts[locale]
  const versions = await client.releases.listVersions(appId)
  const newest = versions.find(({ version }) => !version.includes('-preview.'))
  if (newest === undefined) throw new Failure('version.none', text.noVersion, { hint: text.noVersionHint })
  return newest.version
}
