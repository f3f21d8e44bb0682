import type { Command } from 'commander'
import { formatBytes } from '../bytes.ts'
import type { Context } from '../context.ts'
import { addAppOptions, findLinkedApp } from '../linked-app.ts'
import type { AppOptions } from '../linked-app.ts'
import { formatTime, printTable } from '../table.ts'

const texts = {
  zh_CN: {
    description: '列出已上传的版本及其状态，最新的在前',
    none: '还没有上传过版本',
    online: '线上',
    trial: '体验版',
    examples: `
示例：
  $ banyan versions
  $ banyan versions my-app --json`,
  },
  en: {
    description: 'List the uploaded versions and their states, newest first',
    none: 'Nothing has been uploaded yet',
    online: 'online',
    trial: 'trial',
    examples: `
Examples:
  $ banyan versions
  $ banyan versions my-app --json`,
  },
}

export function addVersionsCommand(program: Command, context: Context): void {
  const { locale } = context.environment
  const text = texts[locale]
  addAppOptions(program.command('versions').description(text.description), locale)
    .addHelpText('after', text.examples)
    .action((folder: string, options: AppOptions) => listVersions(folder, options, context))
}

async function listVersions(folder: string, options: AppOptions, context: Context): Promise<void> {
  const { terminal, environment } = context
  const text = texts[environment.locale]
  const { client, appId } = await findLinkedApp(folder, options, context)
  const versions = await client.releases.listVersions(appId)
  if (options.json) {
    terminal.printJson({ ok: true, appId, versions })
    return
  }
  if (versions.length === 0) terminal.print(text.none)
  const rows = versions.map((each) => [
    each.version,
    each.state,
    [...(each.isCurrent ? [text.online] : []), ...(each.isTrial ? [text.trial] : [])].join(' '),
    formatBytes(each.sizeBytes),
    formatTime(each.createdAt),
    each.createdBy,
    each.description,
  ])
  printTable(terminal, rows)
}
