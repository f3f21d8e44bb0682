/** `tabBar` of app.json. */
import type { TabBarConfig, TabBarItem } from '@banyan/contract/package-format'
import type { ReportAt } from './report-at.ts'
import { isObject, type JsonFile, type JsonObject } from './json-file.ts'
import { normalizePath } from './paths.ts'
import type { Task } from '../pack/traces.ts'

export function readTabBar(
  { value }: JsonFile,
  pages: readonly string[],
  task: Task,
  report: ReportAt,
): TabBarConfig | undefined {
  const { tabBar } = value
  if (tabBar === undefined) return undefined
  if (!isObject(tabBar)) {
    report('config.type', '"tabBar" must be an object.', ['tabBar'])
    return undefined
  }
  if (!Array.isArray(tabBar.list)) {
    report('config.tabBarList', 'tabBar needs a "list" of 2 to 5 items.', ['tabBar', 'list'])
    return undefined
  }
  const list = tabBar.list
    .map((item, index) => readItem(item, index, pages, task, report))
    .filter((item) => item !== undefined)
  if (tabBar.list.length < 2 || tabBar.list.length > 5)
    report('config.tabBarList', 'tabBar.list needs 2 to 5 items.', ['tabBar', 'list'])
  return {
    color: textOf(tabBar, 'color', '#7A7E83'),
    selectedColor: textOf(tabBar, 'selectedColor', '#3cc51f'),
    backgroundColor: textOf(tabBar, 'backgroundColor', '#ffffff'),
    borderStyle: textOf(tabBar, 'borderStyle', 'black'),
    list,
    position: tabBar.position === 'top' ? 'top' : 'bottom',
    custom: tabBar.custom === true,
  }
}

function readItem(
  item: unknown,
  index: number,
  pages: readonly string[],
  task: Task,
  report: ReportAt,
): TabBarItem | undefined {
  const location = ['tabBar', 'list', index]
  const pagePath =
    isObject(item) && typeof item.pagePath === 'string'
      ? normalizePath(item.pagePath.replace(/\.html$/, ''))
      : undefined
  if (!isObject(item) || pagePath === undefined) {
    report('config.tabBarPage', 'A tabBar item needs a "pagePath".', location)
    return undefined
  }
  if (!pages.includes(pagePath)) {
    report('config.tabBarPage', `tabBar names "${pagePath}", which is not one of the pages.`, [...location, 'pagePath'])
    return undefined
  }
  const iconPath = readIcon(item, 'iconPath', location, task, report)
  const selectedIconPath = readIcon(item, 'selectedIconPath', location, task, report)
  return {
    pagePath,
    text: typeof item.text === 'string' ? item.text : '',
    ...(iconPath === undefined ? {} : { iconPath }),
    ...(selectedIconPath === undefined ? {} : { selectedIconPath }),
  }
}

function readIcon(
  item: JsonObject,
  key: string,
  location: readonly (string | number)[],
  task: Task,
  report: ReportAt,
): string | undefined {
  const written = item[key]
  if (typeof written !== 'string' || written === '') return undefined
  // `@name` stands for a value of theme.json.
  if (written.startsWith('@') || /^(https?:|data:)/.test(written)) return written
  const path = normalizePath(written)
  if (path !== undefined && task.exists(path)) return path
  report('config.tabBarIcon', `There is no image "${written}".`, [...location, key])
  return undefined
}

function textOf(object: JsonObject, key: string, otherwise: string): string {
  const value = object[key]
  return typeof value === 'string' && value !== '' ? value : otherwise
}
