import { once } from 'node:events'
import type { Command } from 'commander'
import type { Context } from '../context.ts'
import { Failure } from '../failure.ts'
import { parsePort } from '../parse-port.ts'
import { findProject } from '../project-folder.ts'
import { findChromium } from '../selftest/places.ts'

interface AutoOptions {
  project: string
  autoPort: number
  browser?: string
}

const texts = {
  zh_CN: {
    description: '在无界面的浏览器中运行项目，供 miniprogram-automator 连接；参数与微信开发者工具的命令行相同',
    project: '项目文件夹',
    autoPort: '自动化接口的端口，0 表示任选空闲端口',
    browser: '浏览器程序的路径（Chromium、Chrome 或 Edge）；默认在常见位置查找',
    accepted: '为兼容而接受，不起作用',
    badPort: '端口须为 0 到 65535 的整数',
    noBrowser: '这台机器上没有找到 Chromium、Chrome 或 Edge',
    noBrowserHint: '安装其中之一（例如 apt install chromium），或用 --browser 给出它的路径',
    portTaken: (port: number) => `端口 ${port} 无法使用，可能已被占用`,
    portHint: '换一个端口，或用 --auto-port 0 任选空闲端口',
    starting: '正在编译 …',
    examples: `
示例：
  $ banyan auto --project my-app --auto-port 9420`,
  },
  en: {
    description:
      'Run a project in a browser without a window for miniprogram-automator to connect to; takes the options of the command line of WeChat’s tools',
    project: 'project folder',
    autoPort: 'port of the automation interface; 0 takes any free one',
    browser: 'path of Chromium, Chrome or Edge; by default the usual places are searched',
    accepted: 'taken for compatibility, without effect',
    badPort: 'A port is a whole number from 0 to 65535.',
    noBrowser: 'This machine has no Chromium, Chrome or Edge in the usual places',
    noBrowserHint: 'Install one (for example: apt install chromium), or name its path with --browser',
    portTaken: (port: number) => `Port ${port} cannot be used; something else may be using it`,
    portHint: 'Choose another port, or --auto-port 0 for any free one',
    starting: 'Compiling …',
    examples: `
Examples:
  $ banyan auto --project my-app --auto-port 9420`,
  },
}

export function addAutoCommand(program: Command, context: Context): void {
  const text = texts[context.environment.locale]
  program
    .command('auto')
    .description(text.description)
    .requiredOption('--project <dir>', text.project)
    .option('--auto-port <number>', text.autoPort, (value) => parsePort(value, text.badPort), 9420)
    .option('--browser <path>', text.browser)
    .option('--auto-account <openid>', text.accepted)
    .option('--ticket <ticket>', text.accepted)
    .option('--trust-project', text.accepted)
    .addHelpText('after', text.examples)
    .action((options: AutoOptions) => automate(options, context))
}

async function automate(options: AutoOptions, { terminal, environment }: Context): Promise<void> {
  const text = texts[environment.locale]
  const root = await findProject(options.project, environment.locale)
  const browserPath = findChromium(options.browser)
  if (browserPath === undefined) throw new Failure('auto.noBrowser', text.noBrowser, { hint: text.noBrowserHint })
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'].map((signal) => once(process, signal))
  let close = (): void => undefined
  const closed = new Promise<void>((resolve) => (close = resolve))
  terminal.progress(text.starting)
  const [{ startDevServer }, { startAutomatedPhone }] = await Promise.all([
    import('@banyan/simulator'),
    import('../automation/automated-phone.ts'),
  ])
  const server = await startDevServer({ root, port: 0, locale: environment.locale, hasSimulator: true })
  try {
    const phone = await startAutomatedPhone({
      appUrl: server.url,
      port: options.autoPort,
      browserPath,
      onClose: close,
    })
    terminal.print(`auto ${phone.url}`)
    await Promise.race([...signals, closed])
    await phone.close()
  } catch (cause) {
    if (!isPortTaken(cause)) throw cause
    throw new Failure('auto.portTaken', text.portTaken(options.autoPort), { hint: text.portHint, cause })
  } finally {
    await server.close()
  }
}

function isPortTaken(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === 'EADDRINUSE' || error.code === 'EACCES')
}
