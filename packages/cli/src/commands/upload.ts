import { basename } from 'node:path'
import { packArchive } from '@banyan/compiler'
import { uploadLimits } from '@banyan/contract/releases'
import type { Client } from '@banyan/sdk'
import type { Command } from 'commander'
import { formatBytes } from '../bytes.ts'
import { compileForRelease, findProject, requireNoErrors } from '../compile.ts'
import type { Context } from '../context.ts'
import { connect } from '../credentials.ts'
import { Failure } from '../failure.ts'
import { linkApp, readLinkedApp } from '../project-link.ts'
import { nextVersion } from '../versions.ts'

interface UploadOptions {
  app?: string
  create?: string | true
  version?: string
  description?: string
  json?: true
}

const texts = {
  zh_CN: {
    description: '编译项目并上传为一个新版本；发布前用户看不到',
    folder: '项目文件夹',
    app: '小程序 ID；默认取 banyan.json 中的 appId',
    create: '先在平台上新建小程序并写入 banyan.json；不写名称时用项目名',
    version: '版本号，如 1.2.0；默认在最新版本上加一',
    notes: '版本说明',
    json: '以 JSON 输出结果',
    noApp: '不知道上传到哪个小程序',
    noAppHint: '用 --app 给出小程序 ID，或用 --create 新建一个；也可以在项目的 banyan.json 中写 {"appId": "by…"}',
    created: (name: string, id: string) => `已新建小程序「${name}」（${id}），写入 banyan.json`,
    tooLarge: (size: string, limit: string) => `压缩后为 ${size}，超过上限 ${limit}`,
    tooLargeHint: '把较大的图片和媒体文件放到服务器上，或减少资源',
    uploading: (size: string) => `正在上传 ${size} …`,
    done: (version: string, app: string) => `已上传版本 ${version}（${app}）`,
    next: (app: string, version: string) => `发布：banyan publish --app ${app} --version ${version}`,
    examples: `
示例：
  $ banyan upload my-app --create
  $ banyan upload my-app --version 1.2.0 --description "更快的搜索"
  $ banyan upload my-app --app by0123456789abcdef --json`,
  },
  en: {
    description: 'Compile a project and upload it as a new version; users get it after publish',
    folder: 'project folder',
    app: 'id of the mini-program; by default the appId of banyan.json',
    create: 'make a new mini-program first and note it in banyan.json; named as the project unless a name is given',
    version: 'version number, such as 1.2.0; by default one after the newest',
    notes: 'what is new in this version',
    json: 'print the result as JSON',
    noApp: 'It is not known which mini-program this is',
    noAppHint: 'Name it with --app, make a new one with --create, or write {"appId": "by…"} into banyan.json',
    created: (name: string, id: string) => `Made the mini-program "${name}" (${id}) and noted it in banyan.json`,
    tooLarge: (size: string, limit: string) => `The archive has ${size}, more than the limit of ${limit}`,
    tooLargeHint: 'Put large pictures and media files on a server, or use fewer of them',
    uploading: (size: string) => `Uploading ${size} …`,
    done: (version: string, app: string) => `Uploaded version ${version} (${app})`,
    next: (app: string, version: string) => `Publish it: banyan publish --app ${app} --version ${version}`,
    examples: `
Examples:
  $ banyan upload my-app --create
  $ banyan upload my-app --version 1.2.0 --description "Faster search"
  $ banyan upload my-app --app by0123456789abcdef --json`,
  },
}

export function addUploadCommand(program: Command, context: Context): void {
  const text = texts[context.environment.locale]
  program
    .command('upload')
    .description(text.description)
    .argument('<dir>', text.folder)
    .option('--app <id>', text.app)
    .option('--create [name]', text.create)
    .option('--version <version>', text.version)
    .option('--description <text>', text.notes)
    .option('--json', text.json)
    .addHelpText('after', text.examples)
    .action((folder: string, options: UploadOptions) => upload(folder, options, context))
}

async function upload(folder: string, options: UploadOptions, context: Context): Promise<void> {
  const { terminal, environment } = context
  const text = texts[environment.locale]
  const root = await findProject(folder, environment.locale)
  const { client } = await connect(environment)
  const linked = options.app ?? (options.create === undefined ? await readLinkedApp(root) : undefined)
  if (linked === undefined && options.create === undefined) {
    throw new Failure('upload.noApp', text.noApp, { hint: text.noAppHint, exitCode: 2 })
  }
  const build = await compileForRelease(root, context)
  requireNoErrors(build, environment.locale)
  const archive = new Uint8Array(packArchive(build))
  if (archive.length > uploadLimits.archiveBytes) {
    const limit = formatBytes(uploadLimits.archiveBytes)
    throw new Failure('upload.tooLarge', text.tooLarge(formatBytes(archive.length), limit), { hint: text.tooLargeHint })
  }
  const name = typeof options.create === 'string' ? options.create : (build.project.projectName ?? basename(root))
  const appId = linked ?? (await createLinkedApp(name, root, client))
  if (linked === undefined) terminal.note(text.created(name, appId))
  const version = options.version ?? nextVersion(await client.releases.listVersions(appId))
  terminal.progress(text.uploading(formatBytes(archive.length)))
  const stored = await client.releases.upload(appId, {
    version,
    archive,
    ...(options.description === undefined ? {} : { description: options.description }),
  })
  if (options.json) {
    terminal.printJson({
      ok: true,
      appId,
      version: stored.version,
      sizeBytes: stored.sizeBytes,
      diagnostics: build.diagnostics,
    })
    return
  }
  terminal.print(`${terminal.style('green', '✔')} ${text.done(stored.version, appId)}`)
  terminal.note(text.next(appId, stored.version))
}

async function createLinkedApp(name: string, root: string, client: Client): Promise<string> {
  const { id } = await client.apps.create({ name })
  await linkApp(root, id)
  return id
}
