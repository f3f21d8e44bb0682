import { stat } from 'node:fs/promises'
import { resolve } from 'node:path'
import type { Locale } from './environment.ts'
import { Failure } from './failure.ts'

const texts = {
  zh_CN: {
    noFolder: (root: string) => `没有这个文件夹：${root}`,
    noFolderHint: '给出小程序项目的文件夹，即 project.config.json 或 app.json 所在处',
  },
  en: {
    noFolder: (root: string) => `There is no such folder: ${root}`,
    noFolderHint: 'Name the folder of a mini-program project, where project.config.json or app.json is',
  },
}

/** The folder's full path; fails when there is none. */
export async function findProject(folder: string, locale: Locale): Promise<string> {
  const root = resolve(folder)
  const status = await stat(root).catch(() => undefined)
  if (status?.isDirectory()) return root
  throw new Failure('project.missing', texts[locale].noFolder(root), { hint: texts[locale].noFolderHint })
}
