import type { Command } from 'commander'
import type { Context } from '../context.ts'
import { addAppOptions, findLinkedApp } from '../linked-app.ts'
import type { AppOptions } from '../linked-app.ts'

interface RollbackOptions extends AppOptions {
  version?: string
  revokeGray?: true
  note?: string
}

const texts = {
  zh_CN: {
    description: '回退到用户先前使用的版本，随即生效',
    version: '要回退到的版本号；默认为当前版本之前的那一个',
    revokeGray: '同时撤回进行中的灰度发布',
    note: '原因，记入发布历史',
    working: '正在回退 …',
    done: (version: string) => `已回退到版本 ${version}`,
    examples: `
示例：
  $ banyan rollback --note "价格有误"
  $ banyan rollback my-app --version 1.2.0`,
  },
  en: {
    description: 'Go back to a version that users had before; they get it at once',
    version: 'version to go back to; by default the one before the current',
    revokeGray: 'also end a gray release that runs',
    note: 'why, for the history',
    working: 'Rolling back …',
    done: (version: string) => `Rolled back to version ${version}`,
    examples: `
Examples:
  $ banyan rollback --note "prices were wrong"
  $ banyan rollback my-app --version 1.2.0`,
  },
}

export function addRollbackCommand(program: Command, context: Context): void {
  const { locale } = context.environment
  const text = texts[locale]
  addAppOptions(program.command('rollback').description(text.description), locale)
    .option('--version <version>', text.version)
    .option('--revoke-gray', text.revokeGray)
    .option('--note <text>', text.note)
    .addHelpText('after', text.examples)
    .action((folder: string, options: RollbackOptions) => rollBack(folder, options, context))
}

async function rollBack(folder: string, options: RollbackOptions, context: Context): Promise<void> {
  const { terminal, environment } = context
  const text = texts[environment.locale]
  const { client, url, appId } = await findLinkedApp(folder, options, context)
  const { version, revokeGray, note } = options
  terminal.progress(text.working)
  const release = await client.releases.rollBack(appId, {
    ...(version === undefined ? {} : { version }),
    ...(revokeGray === undefined ? {} : { revokeGray }),
    ...(note === undefined ? {} : { note }),
  })
  const address = new URL(release.path, url).href
  if (options.json) {
    terminal.printJson({ ok: true, appId, version: release.version, sequence: release.sequence, url: address })
    return
  }
  terminal.print(`${terminal.style('green', '✔')} ${text.done(release.version)}`)
  terminal.print(address)
}
