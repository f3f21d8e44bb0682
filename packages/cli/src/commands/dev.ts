import { once } from 'node:events'
import type { BuildReport, DevServer } from '@banyan/simulator'
import type { Command } from 'commander'
import type { AutomatedPhone } from '../automation/automated-phone.ts'
import type { Context } from '../context.ts'
import { Failure } from '../failure.ts'
import { openInBrowser } from '../open-in-browser.ts'
import { parsePort } from '../parse-port.ts'
import { findProject } from '../project-folder.ts'
import { findChromium } from '../selftest/places.ts'

interface DevOptions {
  port?: number
  host?: string
  open: boolean
  simulator: boolean
  autoPort?: number
}

const texts = {
  zh_CN: {
    description: '编译小程序项目并在浏览器中运行，保存文件后自动刷新',
    folder: '项目文件夹',
    port: '端口，0 表示任选空闲端口（默认 5170，被占用时任选）',
    host: '监听地址；填 0.0.0.0 可在同一局域网的手机上打开（默认 127.0.0.1）',
    noOpen: '不自动打开浏览器',
    noSimulator: '不带模拟器，只提供与正式环境相同的页面',
    autoPort: '同时打开 miniprogram-automator 的自动化接口，在无界面的浏览器中运行；0 表示任选空闲端口',
    noBrowser: '自动化接口需要 Chromium、Chrome 或 Edge，这台机器上没有找到',
    noBrowserHint: '安装其中之一，例如 apt install chromium',
    badPort: '端口须为 0 到 65535 的整数',
    starting: '正在编译 …',
    built: (ms: number, summary: string) => `编译完成，用时 ${ms} ms${summary === '' ? '' : `，${summary}`}`,
    portTaken: (port: number) => `端口 ${port} 无法使用，可能已被占用`,
    portHint: '换一个端口，或用 --port 0 任选空闲端口',
    stopHint: '按 Ctrl-C 停止',
    crashed: (details: string) => `编译器自身出错，仍使用上一次的结果：\n${details}`,
    examples: `
示例：
  $ banyan dev my-app
  $ banyan dev my-app --port 8080 --no-open
  $ banyan dev my-app --host 0.0.0.0
  $ banyan dev my-app --no-open --auto-port 9420`,
  },
  en: {
    description: 'Compile a mini-program project and run it in the browser; saving a file reloads it',
    folder: 'project folder',
    port: 'port; 0 takes any free one (default 5170, or any free one when that is taken)',
    host: 'address to listen on; 0.0.0.0 lets phones in the same network open it (default 127.0.0.1)',
    noOpen: 'do not open a browser',
    noSimulator: 'without the simulator: only the page of the app, as users get it',
    autoPort:
      'also open the automation interface of miniprogram-automator, on a browser without a window; 0 takes any free port',
    noBrowser: 'The automation interface needs Chromium, Chrome or Edge, and this machine has none in the usual places',
    noBrowserHint: 'Install one, for example: apt install chromium',
    badPort: 'A port is a whole number from 0 to 65535.',
    starting: 'Compiling …',
    built: (ms: number, summary: string) => `Compiled in ${ms} ms${summary === '' ? '' : ` with ${summary}`}`,
    portTaken: (port: number) => `Port ${port} cannot be used; something else may be using it`,
    portHint: 'Choose another port, or --port 0 for any free one',
    stopHint: 'Press Ctrl-C to stop',
    crashed: (details: string) => `The compiler itself failed; the result before is still served:\n${details}`,
    examples: `
Examples:
  $ banyan dev my-app
  $ banyan dev my-app --port 8080 --no-open
  $ banyan dev my-app --host 0.0.0.0
  $ banyan dev my-app --no-open --auto-port 9420`,
  },
}

export function addDevCommand(program: Command, context: Context): void {
  const text = texts[context.environment.locale]
  program
    .command('dev')
    .description(text.description)
    .argument('<dir>', text.folder)
    .option('--port <number>', text.port, (value) => parsePort(value, text.badPort))
    .option('--host <address>', text.host)
    .option('--no-open', text.noOpen)
    .option('--no-simulator', text.noSimulator)
    .option('--auto-port <number>', text.autoPort, (value) => parsePort(value, text.badPort))
    .addHelpText('after', text.examples)
    .action((folder: string, options: DevOptions) => develop(folder, options, context))
}

async function develop(folder: string, options: DevOptions, context: Context): Promise<void> {
  const { terminal, environment } = context
  const text = texts[environment.locale]
  const root = await findProject(folder, environment.locale)
  // Listened to before the start, which takes a moment, so that Ctrl-C never leaves anything behind.
  const stopped = Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM'), once(process, 'SIGHUP')])
  terminal.progress(text.starting)
  const isAutomated = options.autoPort !== undefined
  const server = await start(root, { ...options, simulator: options.simulator || isAutomated }, context)
  const phone = isAutomated ? await automate(server, options.autoPort, context) : undefined
  terminal.print(`ready ${server.url}`)
  if (options.simulator) terminal.print(`simulator ${server.simulatorUrl}`)
  if (phone !== undefined) terminal.print(`auto ${phone.url}`)
  terminal.note(text.stopHint)
  if (options.open && process.stdout.isTTY) openInBrowser(options.simulator ? server.simulatorUrl : server.url)
  await stopped
  await phone?.close()
  await server.close()
}

async function automate(server: DevServer, port = 0, { environment }: Context): Promise<AutomatedPhone> {
  const text = texts[environment.locale]
  const { startAutomatedPhone } = await import('../automation/automated-phone.ts')
  const browserPath = findChromium(undefined)
  try {
    if (browserPath === undefined) throw new Failure('dev.noBrowser', text.noBrowser, { hint: text.noBrowserHint })
    return await startAutomatedPhone({ appUrl: server.url, port, browserPath })
  } catch (error) {
    await server.close()
    throw error
  }
}

async function start(root: string, options: DevOptions, { terminal, environment }: Context): Promise<DevServer> {
  const text = texts[environment.locale]
  const [{ PortUnavailable, startDevServer }, { showDiagnostics, summarise }] = await Promise.all([
    import('@banyan/simulator'),
    import('../compile.ts'),
  ])
  const onBuild = ({ build, durationMs }: BuildReport) => {
    showDiagnostics(build.diagnostics, terminal)
    terminal.note(text.built(Math.round(durationMs), summarise(build.diagnostics, environment.locale)))
  }
  const onCrash = (error: unknown) =>
    terminal.note(text.crashed(error instanceof Error ? (error.stack ?? '') : String(error)))
  try {
    return await startDevServer({
      root,
      onBuild,
      onCrash,
      locale: environment.locale,
      hasSimulator: options.simulator,
      ...(options.port === undefined ? {} : { port: options.port }),
      ...(options.host === undefined ? {} : { host: options.host }),
    })
  } catch (cause) {
    if (!(cause instanceof PortUnavailable)) throw cause
    throw new Failure('dev.portTaken', text.portTaken(cause.port), { hint: text.portHint, cause })
  }
}
