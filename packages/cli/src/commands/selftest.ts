import type { Command } from 'commander'
import type { Context } from '../context.ts'
import { connect } from '../credentials.ts'
import { Failure } from '../failure.ts'
import { groupNames } from '../selftest/group-names.ts'
import type { GroupName } from '../selftest/group-names.ts'
import { findChromium } from '../selftest/places.ts'
import type { Finding } from '../selftest/suite.ts'
import type { Target } from '../selftest/target.ts'

interface SelftestOptions {
  security?: true
  deployment?: true
  app?: string
  browser?: string
  only?: string
  json?: true
}

const texts = {
  zh_CN: {
    description: '用平台自带的攻击程序检验隔离与权限：发布一个恶意小程序，逐项尝试越权，全部被拒绝才算通过',
    security: '运行安全检查',
    deployment: '检验 banyan login 登录的平台（会在上面发布一个名为 Banyan selftest 的小程序）；默认检验一个临时的服务',
    app: '与 --deployment 同用：发布到这个小程序，而不是新建一个',
    browser: '浏览器程序的路径（Chromium、Chrome 或 Edge）；默认在常见位置查找',
    only: `只运行这些组，用逗号分隔：${groupNames.join(', ')}`,
    json: '以 JSON 输出，每行一项；最后一行是各项的计数',
    nothing: '没有说明检验什么',
    nothingHint: '执行 banyan selftest --security',
    group: (name: string) => `没有这一组：${name}`,
    noBrowser: '这台机器上没有找到 Chromium、Chrome 或 Edge',
    noBrowserHint: '安装其中之一（例如 apt install chromium），或用 --browser 给出它的路径',
    starting: '正在准备 …',
    running: (id: string) => `已检验 ${id}`,
    done: (passed: number, failed: number, skipped: number) =>
      `通过 ${passed} 项，失败 ${failed} 项，此浏览器不适用 ${skipped} 项`,
    left: (app: string) => `恶意小程序 ${app} 留在平台上，可在控制台中下架`,
    failed: (count: number) => `${count} 项检查失败`,
  },
  en: {
    description: 'Test isolation and permissions with the attacks that ship with the platform; all must be refused',
    security: 'run the security suite',
    deployment:
      'test the platform that banyan login names (publishes an app called "Banyan selftest" there); by default a temporary server is tested',
    app: 'with --deployment: publish to this app and do not create one',
    browser: 'path of Chromium, Chrome or Edge; by default the usual places are searched',
    only: `run these groups alone, separated by commas: ${groupNames.join(', ')}`,
    json: 'print JSON, a line for each check; the last line counts them',
    nothing: 'It is not said what to test',
    nothingHint: 'Run banyan selftest --security',
    group: (name: string) => `There is no group ${name}`,
    noBrowser: 'This machine has no Chromium, Chrome or Edge in the usual places',
    noBrowserHint: 'Install one (for example: apt install chromium), or name its path with --browser',
    starting: 'Getting ready …',
    running: (id: string) => `tested ${id}`,
    done: (passed: number, failed: number, skipped: number) =>
      `${passed} passed, ${failed} failed, ${skipped} not possible in this browser`,
    left: (app: string) => `The hostile app ${app} is still on the platform; take it down in the console`,
    failed: (count: number) => `${count} checks failed`,
  },
}

export function addSelftestCommand(program: Command, context: Context): void {
  const text = texts[context.environment.locale]
  program
    .command('selftest')
    .description(text.description)
    .option('--security', text.security)
    .option('--deployment', text.deployment)
    .option('--app <id>', text.app)
    .option('--browser <path>', text.browser)
    .option('--only <groups>', text.only)
    .option('--json', text.json)
    .action((options: SelftestOptions) => selftest(options, context))
}

async function selftest(options: SelftestOptions, context: Context): Promise<void> {
  const { terminal, environment } = context
  const text = texts[environment.locale]
  if (options.security !== true) {
    throw new Failure('selftest.nothing', text.nothing, { hint: text.nothingHint, exitCode: 2 })
  }
  const groups = readGroups(options.only, text.group)
  const [{ launchChromium }, { countFindings, runSecuritySuite }] = await Promise.all([
    import('../selftest/chromium.ts'),
    import('../selftest/suite.ts'),
  ])
  const program = findChromium(options.browser)
  if (program === undefined) throw new Failure('selftest.noBrowser', text.noBrowser, { hint: text.noBrowserHint })
  terminal.progress(text.starting)
  const target = await openTarget(options, context)
  const browser = await launchChromium(program)
  try {
    const findings = await runSecuritySuite({
      browser,
      appUrl: target.appUrl,
      groups,
      onFinding: (finding) => show(finding, options, context),
    })
    const counts = countFindings(findings)
    if (options.json) terminal.print(JSON.stringify(counts))
    else terminal.print(text.done(counts.passed, counts.failed, counts.skipped))
    if (counts.failed > 0) process.exitCode = 1
  } finally {
    await browser.close()
    await target.close()
  }
}

function show(finding: Finding, options: SelftestOptions, { terminal, environment }: Context): void {
  if (options.json) terminal.print(JSON.stringify(finding))
  else if (finding.verdict === 'failed') {
    terminal.print(`${terminal.style('red', '✖')} ${finding.id}  ${finding.detail ?? ''}`)
  } else terminal.progress(texts[environment.locale].running(finding.id))
}

function readGroups(only: string | undefined, unknown: (name: string) => string): readonly GroupName[] {
  if (only === undefined) return groupNames
  return only.split(',').map((name) => {
    const group = groupNames.find((known) => known === name.trim())
    if (group === undefined) throw new Failure('selftest.unknownGroup', unknown(name), { exitCode: 2 })
    return group
  })
}

async function openTarget(options: SelftestOptions, { terminal, environment }: Context): Promise<Target> {
  const { publishOnDeployment, startTemporaryTarget } = await import('../selftest/target.ts')
  if (options.deployment !== true) return startTemporaryTarget(environment.locale)
  const { client, url } = await connect(environment)
  const target = await publishOnDeployment(client, url, options.app)
  terminal.note(texts[environment.locale].left(target.appId))
  return target
}
