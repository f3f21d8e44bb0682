import type { Command } from 'commander'
import type { Context } from '../context.ts'
import { addAppOptions, findLinkedApp } from '../linked-app.ts'
import type { AppOptions } from '../linked-app.ts'
import { openInBrowser } from '../open-in-browser.ts'

interface OpenOptions extends AppOptions {
  console?: true
  page?: string
}

const texts = {
  zh_CN: {
    description: '在浏览器中打开线上的小程序，或它在控制台中的页面；没有浏览器时只输出地址',
    console: '打开控制台',
    page: '要打开的页面与参数，如 pages/detail/detail?id=7',
    examples: `
示例：
  $ banyan open
  $ banyan open my-app --page "pages/detail/detail?id=7"
  $ banyan open my-app --console`,
  },
  en: {
    description:
      'Open the mini-program as users see it, or its page in the console; without a browser, print the address',
    console: 'open the console',
    page: 'page to open, with its query: pages/detail/detail?id=7',
    examples: `
Examples:
  $ banyan open
  $ banyan open my-app --page "pages/detail/detail?id=7"
  $ banyan open my-app --console`,
  },
}

export function addOpenCommand(program: Command, context: Context): void {
  const { locale } = context.environment
  const text = texts[locale]
  addAppOptions(program.command('open').description(text.description), locale)
    .option('--console', text.console)
    .option('--page <path>', text.page)
    .addHelpText('after', text.examples)
    .action((folder: string, options: OpenOptions) => open(folder, options, context))
}

async function open(folder: string, options: OpenOptions, context: Context): Promise<void> {
  const { terminal } = context
  const { client, url, appId } = await findLinkedApp(folder, options, context)
  const path = options.console ? `/console/apps/${appId}` : (await client.releases.readCurrent(appId)).path
  const address = new URL(`${path}${options.console ? '' : (options.page ?? '').replace(/^\/+/, '')}`, url).href
  if (options.json) {
    terminal.printJson({ ok: true, appId, url: address })
    return
  }
  terminal.print(address)
  if (process.stdout.isTTY) openInBrowser(address)
}
