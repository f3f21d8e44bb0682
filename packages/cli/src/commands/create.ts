import { cp, mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises'
import { basename, join, relative, resolve } from 'node:path'
import { Option } from 'commander'
import type { Command } from 'commander'
import type { Context } from '../context.ts'
import { Failure } from '../failure.ts'
import { packageFolder } from '../package-folder.ts'

interface CreateOptions {
  template: TemplateName
  json?: true
}

/** Folders of `templates/` that are laid over each other. */
const templates = {
  'native-ts': ['shared', 'native', 'native-ts'],
  'native-js': ['shared', 'native', 'native-js'],
  'taro-react': ['shared', 'framework', 'taro-react'],
  'taro-vue': ['shared', 'framework', 'taro-vue'],
  'uni-vue': ['shared', 'framework', 'uni-vue'],
} as const
type TemplateName = keyof typeof templates

const texts = {
  zh_CN: {
    description: '新建一个小程序项目',
    folder: '新项目的文件夹，须不存在或为空',
    template: '模板：原生 TypeScript 或 JavaScript，Taro 4 React 或 Vue 3，uni-app Vue 3',
    json: '以 JSON 输出结果',
    taken: (folder: string) => `文件夹不是空的：${folder}`,
    takenHint: '换一个名称，或先清空它',
    done: (folder: string) => `已新建 ${folder}`,
    next: '接下来：',
    examples: `
示例：
  $ banyan create my-app
  $ banyan create my-app --template taro-react
  $ banyan dev my-app`,
  },
  en: {
    description: 'Make a new mini-program project',
    folder: 'folder of the new project; it must not exist or be empty',
    template: 'native TypeScript or JavaScript, Taro 4 with React or Vue 3, uni-app with Vue 3',
    json: 'print the result as JSON',
    taken: (folder: string) => `The folder is not empty: ${folder}`,
    takenHint: 'Choose another name, or empty it first',
    done: (folder: string) => `Made ${folder}`,
    next: 'Next:',
    examples: `
Examples:
  $ banyan create my-app
  $ banyan create my-app --template taro-react
  $ banyan dev my-app`,
  },
}

const templatesFolder = join(packageFolder, 'templates')
/** npm would drop or obey files of these names inside a package. */
const renamedFiles: Readonly<Record<string, string>> = {
  gitignore: '.gitignore',
  npmrc: '.npmrc',
  prettierignore: '.prettierignore',
}
const namedFiles = ['project.config.json', 'package.json', 'README.md']

export function addCreateCommand(program: Command, context: Context): void {
  const text = texts[context.environment.locale]
  program
    .command('create')
    .description(text.description)
    .argument('<dir>', text.folder)
    .addOption(new Option('--template <name>', text.template).choices(Object.keys(templates)).default('native-ts'))
    .option('--json', text.json)
    .addHelpText('after', text.examples)
    .action((folder: string, options: CreateOptions) => create(folder, options, context))
}

async function create(folder: string, options: CreateOptions, { terminal, environment }: Context): Promise<void> {
  const text = texts[environment.locale]
  const root = resolve(folder)
  const present = await readdir(root).catch(() => [])
  if (present.length > 0) throw new Failure('create.taken', text.taken(root), { hint: text.takenHint })
  await mkdir(root, { recursive: true })
  for (const layer of templates[options.template]) await cp(join(templatesFolder, layer), root, { recursive: true })
  for (const name of await readdir(root)) {
    const wanted = renamedFiles[name]
    if (wanted !== undefined) await rename(join(root, name), join(root, wanted))
  }
  for (const file of namedFiles) await fillName(join(root, file), basename(root))
  if (options.json) {
    terminal.printJson({ ok: true, folder: root, template: options.template })
    return
  }
  const path = relative(process.cwd(), root) || '.'
  terminal.print(`${terminal.style('green', '✔')} ${text.done(root)}`)
  terminal.note(text.next)
  const steps = options.template.startsWith('native-') ? [] : [`cd ${path}`, 'npm install', 'npm run build']
  for (const step of [...steps, `banyan dev ${steps.length === 0 ? path : '.'}`]) terminal.note(`  ${step}`)
}

async function fillName(file: string, name: string): Promise<void> {
  const content = await readFile(file, 'utf8')
  const isJson = file.endsWith('.json')
  await writeFile(file, content.replaceAll('PROJECT_NAME', isJson ? JSON.stringify(name).slice(1, -1) : name))
}
