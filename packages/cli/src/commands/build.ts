import { mkdir, rm, writeFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import type { Build } from '@banyan/compiler'
import type { Command } from 'commander'
import { formatBytes } from '../bytes.ts'
import type { Context } from '../context.ts'
import { findProject } from '../project-folder.ts'
import type { Terminal } from '../terminal.ts'

const texts = {
  zh_CN: {
    description: '编译小程序项目，检查错误；给出 --out 时写出编译结果',
    folder: '项目文件夹',
    out: '写出编译结果的文件夹，其中的旧结果会被替换',
    json: '以 JSON 输出结果',
    main: '主包',
    resources: '资源',
    total: '合计',
    written: (folder: string) => `已写入 ${folder}`,
    done: (summary: string) => (summary === '' ? '编译完成' : `编译完成，${summary}`),
    examples: `
示例：
  $ banyan build my-app
  $ banyan build my-app --out build/my-app
  $ banyan build my-app --json`,
  },
  en: {
    description: 'Compile a mini-program project and check it; with --out, write the result',
    folder: 'project folder',
    out: 'folder for the result; an older result in it is replaced',
    json: 'print the result as JSON',
    main: 'main package',
    resources: 'resources',
    total: 'total',
    written: (folder: string) => `Written to ${folder}`,
    done: (summary: string) => (summary === '' ? 'Compiled' : `Compiled with ${summary}`),
    examples: `
Examples:
  $ banyan build my-app
  $ banyan build my-app --out build/my-app
  $ banyan build my-app --json`,
  },
}

export function addBuildCommand(program: Command, context: Context): void {
  const text = texts[context.environment.locale]
  program
    .command('build')
    .description(text.description)
    .argument('<dir>', text.folder)
    .option('--out <dir>', text.out)
    .option('--json', text.json)
    .addHelpText('after', text.examples)
    .action((folder: string, options: { out?: string; json?: true }) => build(folder, options, context))
}

async function build(folder: string, options: { out?: string; json?: true }, context: Context): Promise<void> {
  const { terminal, environment } = context
  const text = texts[environment.locale]
  const root = await findProject(folder, environment.locale)
  const { compileForRelease, requireNoErrors, summarise } = await import('../compile.ts')
  const result = await compileForRelease(root, context)
  requireNoErrors(result, environment.locale)
  const out = options.out === undefined ? undefined : resolve(options.out)
  if (out !== undefined) await writeBuild(result, out)
  const sizes = measure(result)
  if (options.json) {
    terminal.printJson({ ok: true, diagnostics: result.diagnostics, ...sizes, out: out ?? null })
    return
  }
  for (const { root, sizeBytes } of sizes.packages) showSize(terminal, root === '' ? text.main : root, sizeBytes)
  showSize(terminal, text.resources, sizes.resourceBytes)
  showSize(terminal, text.total, sizes.totalBytes)
  terminal.print(`${terminal.style('green', '✔')} ${text.done(summarise(result.diagnostics, environment.locale))}`)
  if (out !== undefined) terminal.print(text.written(out))
}

interface Sizes {
  packages: readonly { root: string; sizeBytes: number }[]
  resourceBytes: number
  totalBytes: number
}

function measure({ manifest, files }: Build): Sizes {
  const totalBytes = [...files.values()].reduce((sum, bytes) => sum + bytes.length, 0)
  const packages = manifest.packages.map(({ root, script, style }) => ({
    root,
    sizeBytes: script.sizeBytes + style.sizeBytes,
  }))
  const codeBytes = packages.reduce((sum, each) => sum + each.sizeBytes, 0)
  return { packages, resourceBytes: totalBytes - codeBytes, totalBytes }
}

function showSize(terminal: Terminal, name: string, sizeBytes: number): void {
  terminal.print(`  ${formatBytes(sizeBytes).padStart(9)}  ${name}`)
}

/** The layout of an upload archive, so that the folder can be looked at or packed by other tools. */
async function writeBuild({ manifest, files, sourceMaps }: Build, out: string): Promise<void> {
  for (const name of ['files', 'maps']) await rm(join(out, name), { recursive: true, force: true })
  await writeInto(join(out, 'manifest.json'), JSON.stringify(manifest, null, 2))
  for (const [hash, bytes] of files) await writeInto(join(out, 'files', hash), bytes)
  for (const [path, map] of sourceMaps) await writeInto(join(out, 'maps', path), map)
}

async function writeInto(file: string, content: string | Uint8Array): Promise<void> {
  await mkdir(dirname(file), { recursive: true })
  await writeFile(file, content)
}
