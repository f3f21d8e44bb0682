import type { Command } from 'commander'
import type { Context } from '../context.ts'
import { addAppOptions, findLinkedApp, newestVersion } from '../linked-app.ts'
import type { AppOptions } from '../linked-app.ts'

interface PublishOptions extends AppOptions {
  version?: string
  revokeGray?: true
  urgent?: true
  note?: string
}

const texts = {
  zh_CN: {
    description: '发布一个已上传的版本，用户随即使用它',
    version: '要发布的版本号；默认为最近上传的版本',
    revokeGray: '同时撤回进行中的灰度发布',
    urgent: '修复安全漏洞：已打开的页面在一分钟内换用此版本',
    note: '说明，记入发布历史',
    publishing: (version: string) => `正在发布 ${version} …`,
    done: (version: string) => `已发布版本 ${version}`,
    examples: `
示例：
  $ banyan publish my-app
  $ banyan publish --app by0123456789abcdef --version 1.2.0`,
  },
  en: {
    description: 'Publish an uploaded version: users get it from now on',
    version: 'version to publish; by default the one uploaded last',
    revokeGray: 'also end a gray release that runs',
    urgent: 'closes a hole: pages that are open take it over within a minute',
    note: 'a note for the history',
    publishing: (version: string) => `Publishing ${version} …`,
    done: (version: string) => `Published version ${version}`,
    examples: `
Examples:
  $ banyan publish my-app
  $ banyan publish --app by0123456789abcdef --version 1.2.0`,
  },
}

export function addPublishCommand(program: Command, context: Context): void {
  const { locale } = context.environment
  const text = texts[locale]
  addAppOptions(program.command('publish').description(text.description), locale)
    .option('--version <version>', text.version)
    .option('--revoke-gray', text.revokeGray)
    .option('--urgent', text.urgent)
    .option('--note <text>', text.note)
    .addHelpText('after', text.examples)
    .action((folder: string, options: PublishOptions) => publish(folder, options, context))
}

async function publish(folder: string, options: PublishOptions, context: Context): Promise<void> {
  const { terminal, environment } = context
  const text = texts[environment.locale]
  const app = await findLinkedApp(folder, options, context)
  const version = options.version ?? (await newestVersion(app, environment.locale))
  terminal.progress(text.publishing(version))
  const release = await app.client.releases.publish(app.appId, version, {
    ...(options.revokeGray === undefined ? {} : { revokeGray: true }),
    ...(options.urgent === undefined ? {} : { isUrgent: true }),
    ...(options.note === undefined ? {} : { note: options.note }),
  })
  const address = new URL(release.path, app.url).href
  if (options.json) {
    terminal.printJson({ ok: true, appId: app.appId, version, sequence: release.sequence, url: address })
    return
  }
  terminal.print(`${terminal.style('green', '✔')} ${text.done(release.version)}`)
  terminal.print(address)
}
