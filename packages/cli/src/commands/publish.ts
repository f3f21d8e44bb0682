import type { Command } from 'commander'
import type { Context } from '../context.ts'
import { connect } from '../credentials.ts'
import { Failure } from '../failure.ts'
import { readLinkedApp } from '../project-link.ts'

interface PublishOptions {
  app?: string
  version?: string
  json?: true
}

const texts = {
  zh_CN: {
    description: '发布一个已上传的版本，用户随即使用它；发布较旧的版本即为回退',
    folder: '项目文件夹，用于查找 banyan.json（默认为当前文件夹）',
    app: '小程序 ID；默认取 banyan.json 中的 appId',
    version: '要发布的版本号；默认为最近上传的版本',
    json: '以 JSON 输出结果',
    noApp: '不知道发布哪个小程序',
    noAppHint: '用 --app 给出小程序 ID，或在含有 banyan.json 的项目文件夹中执行',
    noVersion: '该小程序还没有上传过版本',
    noVersionHint: '先执行 banyan upload <dir>',
    publishing: (version: string) => `正在发布 ${version} …`,
    done: (version: string) => `已发布版本 ${version}`,
    examples: `
示例：
  $ banyan publish my-app
  $ banyan publish --app by0123456789abcdef --version 1.2.0`,
  },
  en: {
    description: 'Publish an uploaded version: users get it from now on; publishing an older one rolls back',
    folder: 'project folder, where banyan.json is looked for (default: the current folder)',
    app: 'id of the mini-program; by default the appId of banyan.json',
    version: 'version to publish; by default the one uploaded last',
    json: 'print the result as JSON',
    noApp: 'It is not known which mini-program to publish',
    noAppHint: 'Name it with --app, or run this for a project folder that has a banyan.json',
    noVersion: 'No version of this mini-program has been uploaded',
    noVersionHint: 'Run banyan upload <dir> first',
    publishing: (version: string) => `Publishing ${version} …`,
    done: (version: string) => `Published version ${version}`,
    examples: `
Examples:
  $ banyan publish my-app
  $ banyan publish --app by0123456789abcdef --version 1.2.0`,
  },
}

export function addPublishCommand(program: Command, context: Context): void {
  const text = texts[context.environment.locale]
  program
    .command('publish')
    .description(text.description)
    .argument('[dir]', text.folder, '.')
    .option('--app <id>', text.app)
    .option('--version <version>', text.version)
    .option('--json', text.json)
    .addHelpText('after', text.examples)
    .action((folder: string, options: PublishOptions) => publish(folder, options, context))
}

async function publish(folder: string, options: PublishOptions, context: Context): Promise<void> {
  const { terminal, environment } = context
  const text = texts[environment.locale]
  const { client, url } = await connect(environment)
  const appId = options.app ?? (await readLinkedApp(folder))
  if (appId === undefined) throw new Failure('publish.noApp', text.noApp, { hint: text.noAppHint, exitCode: 2 })
  const version = options.version ?? (await client.releases.listVersions(appId))[0]?.version
  if (version === undefined) throw new Failure('publish.noVersion', text.noVersion, { hint: text.noVersionHint })
  terminal.progress(text.publishing(version))
  const release = await client.releases.publish(appId, version)
  const address = new URL(release.path, url).href
  if (options.json) {
    terminal.printJson({ ok: true, appId, version: release.version, sequence: release.sequence, url: address })
    return
  }
  terminal.print(`${terminal.style('green', '✔')} ${text.done(release.version)}`)
  terminal.print(address)
}
