import { writeFile } from 'node:fs/promises'
import { hostname, userInfo } from 'node:os'
import type { CreatedPreviewLink } from '@banyan/contract/releases'
import { InvalidArgumentError } from 'commander'
import type { Command } from 'commander'
import type { Context } from '../context.ts'
import { addAppOptions, findLinkedApp } from '../linked-app.ts'
import type { AppOptions, LinkedApp } from '../linked-app.ts'
import { findProject } from '../project-folder.ts'
import { nextPreviewVersion } from '../versions.ts'

interface PreviewOptions extends AppOptions {
  version?: string
  page?: string
  hours?: number
  maxOpens?: number
  label?: string
  trial?: true
  out?: string
}

const texts = {
  zh_CN: {
    description: '编译并上传一个预览版本，给出体验链接与二维码；用户看不到它',
    version: '不编译，而为这个已上传的版本生成链接',
    page: '打开的页面与参数，如 pages/detail/detail?id=7',
    hours: '链接的有效小时数（默认 24，最多 720）',
    maxOpens: '最多可打开的次数',
    label: '给谁的，用于在控制台中识别这条链接',
    trial: '同时设为体验版，测试者的固定链接随之更新',
    out: '把二维码存为 SVG 文件',
    badNumber: '须为正整数',
    working: '正在生成链接 …',
    done: (version: string, until: string) => `版本 ${version}，${until} 前有效`,
    saved: (file: string) => `二维码已存为 ${file}`,
    examples: `
示例：
  $ banyan preview my-app
  $ banyan preview my-app --page "pages/detail/detail?id=7" --hours 72
  $ banyan preview my-app --version 1.2.0 --trial`,
  },
  en: {
    description: 'Compile and upload a preview, and get a link with its QR code; users do not see it',
    version: 'do not compile: make a link for this uploaded version',
    page: 'page to open, with its query: pages/detail/detail?id=7',
    hours: 'hours for which the link works (default 24, at most 720)',
    maxOpens: 'how often it may be opened',
    label: 'for whom; a name to recognise the link by in the console',
    trial: 'also make it the trial version, which the lasting links of testers open',
    out: 'write the QR code to an SVG file',
    badNumber: 'A whole number above 0 is wanted.',
    working: 'Making the link …',
    done: (version: string, until: string) => `Version ${version}, until ${until}`,
    saved: (file: string) => `The QR code is in ${file}`,
    examples: `
Examples:
  $ banyan preview my-app
  $ banyan preview my-app --page "pages/detail/detail?id=7" --hours 72
  $ banyan preview my-app --version 1.2.0 --trial`,
  },
}

export function addPreviewCommand(program: Command, context: Context): void {
  const { locale } = context.environment
  const text = texts[locale]
  const count = (value: string): number => {
    if (!/^[1-9]\d{0,5}$/.test(value)) throw new InvalidArgumentError(text.badNumber)
    return Number(value)
  }
  addAppOptions(program.command('preview').description(text.description), locale)
    .option('--version <version>', text.version)
    .option('--page <path>', text.page)
    .option('--hours <number>', text.hours, count)
    .option('--max-opens <number>', text.maxOpens, count)
    .option('--label <text>', text.label)
    .option('--trial', text.trial)
    .option('--out <file>', text.out)
    .addHelpText('after', text.examples)
    .action((folder: string, options: PreviewOptions) => preview(folder, options, context))
}

async function preview(folder: string, options: PreviewOptions, context: Context): Promise<void> {
  const { terminal, environment } = context
  const text = texts[environment.locale]
  const app = await findLinkedApp(folder, options, context)
  const version = options.version ?? (await uploadPreview(folder, app, context))
  terminal.progress(text.working)
  if (options.trial) await app.client.releases.setTrial(app.appId, version)
  const link = await app.client.releases.createPreviewLink(app.appId, {
    version,
    label: options.label ?? ownLabel(),
    ...(options.hours === undefined ? {} : { expiresInMinutes: options.hours * 60 }),
    ...(options.maxOpens === undefined ? {} : { maxOpens: options.maxOpens }),
    ...(options.page === undefined ? {} : { path: options.page.replace(/^\/+/, '') }),
  })
  if (options.out !== undefined) await writeFile(options.out, link.qrCode)
  if (options.json) {
    const { url, expiresAt, id, qrCode } = link
    terminal.printJson({ ok: true, appId: app.appId, version, url, expiresAt, linkId: id, qrCode })
    return
  }
  await show(link, version, context)
  if (options.out !== undefined) terminal.note(text.saved(options.out))
}

async function uploadPreview(folder: string, app: LinkedApp, context: Context): Promise<string> {
  const root = await findProject(folder, context.environment.locale)
  const { makeArchive, storeArchive } = await import('../upload-build.ts')
  const archive = await makeArchive(root, context)
  const version = nextPreviewVersion(await app.client.releases.listVersions(app.appId))
  await storeArchive(archive, { ...app, version }, context)
  return version
}

async function show(link: CreatedPreviewLink, version: string, { terminal, environment }: Context): Promise<void> {
  const { renderUnicodeCompact } = await import('uqr')
  // Dark modules on light, whatever the colours of the terminal: some cameras read nothing else.
  for (const line of renderUnicodeCompact(link.url, { border: 2 }).split('\n')) {
    terminal.note(terminal.style(['black', 'bgWhite'], line))
  }
  const until = new Date(link.expiresAt).toLocaleString(environment.locale === 'zh_CN' ? 'zh-CN' : 'en')
  terminal.print(`${terminal.style('green', '✔')} ${texts[environment.locale].done(version, until)}`)
  terminal.print(link.url)
}

function ownLabel(): string {
  return `${userInfo().username}@${hostname()}`.slice(0, 60)
}
