import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Locale } from '../environment.ts'
import { readLinkedApp } from '../project-link.ts'
import type { Check } from './check.ts'

const texts = {
  zh_CN: {
    project: (pages: number) => `项目：${pages} 个页面`,
    noProject: '这个文件夹不是小程序项目',
    noProjectHint: '在项目文件夹中执行，或用 banyan create <dir> 新建一个',
    unbuilt: (folder: string) => `还没有编译结果：${folder} 中没有 app.json`,
    unbuiltHint: '先执行框架自己的编译命令，例如 npm run build',
    broken: (file: string) => `${file} 不是正确的 JSON`,
    brokenHint: '执行 banyan build 查看位置',
    link: (appId: string) => `对应平台上的小程序 ${appId}`,
    noLink: '还没有对应平台上的小程序',
    noLinkHint: '第一次上传时用 banyan upload <dir> --create 新建',
  },
  en: {
    project: (pages: number) => `A project with ${pages} ${pages === 1 ? 'page' : 'pages'}`,
    noProject: 'This folder is not a mini-program project',
    noProjectHint: 'Run this in a project folder, or make one with banyan create <dir>',
    unbuilt: (folder: string) => `There is no build yet: ${folder} has no app.json`,
    unbuiltHint: 'Run the build of the framework first, for example npm run build',
    broken: (file: string) => `${file} is not valid JSON`,
    brokenHint: 'banyan build shows where',
    link: (appId: string) => `It is the mini-program ${appId} on the platform`,
    noLink: 'It is not a mini-program of a platform yet',
    noLinkHint: 'banyan upload <dir> --create makes one with the first upload',
  },
}

export async function checkProject(folder: string, locale: Locale): Promise<Check> {
  const text = texts[locale]
  const config = await readJson(join(folder, 'project.config.json'))
  if (config === 'broken') return broken('project.config.json', locale)
  const root = config?.['miniprogramRoot']
  const source = typeof root === 'string' ? root : '.'
  const app = await readJson(join(folder, source, 'app.json'))
  if (app === 'broken') return broken(join(source, 'app.json'), locale)
  if (app !== undefined) {
    const pages = Array.isArray(app['pages']) ? app['pages'].length : 0
    return { id: 'project', verdict: 'good', text: text.project(pages) }
  }
  return config === undefined
    ? { id: 'project', verdict: 'note', text: text.noProject, hint: text.noProjectHint }
    : { id: 'project', verdict: 'bad', text: text.unbuilt(source), hint: text.unbuiltHint }
}

export async function checkLink(folder: string, locale: Locale): Promise<Check> {
  const text = texts[locale]
  const appId = await readLinkedApp(folder)
  return appId === undefined
    ? { id: 'link', verdict: 'note', text: text.noLink, hint: text.noLinkHint }
    : { id: 'link', verdict: 'good', text: text.link(appId) }
}

function broken(file: string, locale: Locale): Check {
  return { id: 'project', verdict: 'bad', text: texts[locale].broken(file), hint: texts[locale].brokenHint }
}

async function readJson(file: string): Promise<Readonly<Record<string, unknown>> | 'broken' | undefined> {
  const content = await readFile(file, 'utf8').catch(() => undefined)
  if (content === undefined) return undefined
  try {
    const value: unknown = JSON.parse(content)
    return typeof value === 'object' && value !== null ? { ...value } : 'broken'
  } catch {
    return 'broken'
  }
}
