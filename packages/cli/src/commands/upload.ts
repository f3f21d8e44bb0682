import { basename } from 'node:path'
import type { Client } from '@banyan/sdk'
import type { Command } from 'commander'
import type { Context } from '../context.ts'
import { connect } from '../credentials.ts'
import { Failure } from '../failure.ts'
import { findProject } from '../project-folder.ts'
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
    done: (version: string, app: string) => `已上传版本 ${version}（${app}）`,
    next: (app: string, version: string) => `发布：banyan publish --app ${app} --version ${version}`,
    nextPreview: (app: string, version: string) => `先给测试者看：banyan preview --app ${app} --version ${version}`,
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
    done: (version: string, app: string) => `Uploaded version ${version} (${app})`,
    next: (app: string, version: string) => `Publish it: banyan publish --app ${app} --version ${version}`,
    nextPreview: (app: string, version: string) =>
      `Show it to testers first: banyan preview --app ${app} --version ${version}`,
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
  const { makeArchive, storeArchive } = await import('../upload-build.ts')
  const archive = await makeArchive(root, context)
  const { build } = archive
  const name = typeof options.create === 'string' ? options.create : (build.project.projectName ?? basename(root))
  const appId = linked ?? (await createLinkedApp(name, root, client))
  if (linked === undefined) terminal.note(text.created(name, appId))
  const version = options.version ?? nextVersion(await client.releases.listVersions(appId))
  const { description } = options
  const stored = await storeArchive(archive, { client, appId, version, description }, context)
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
  terminal.note(text.nextPreview(appId, stored.version))
  terminal.note(text.next(appId, stored.version))
}

async function createLinkedApp(name: string, root: string, client: Client): Promise<string> {
  const { id } = await client.apps.create({ name })
  await linkApp(root, id)
  return id
}
