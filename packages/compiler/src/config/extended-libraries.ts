/** `useExtendedLib` of app.json: libraries that WeChat brings itself. The app's own copy comes first, else the one that the compiler has. */
import { createRequire } from 'node:module'
import { dirname } from 'node:path'
import type { ProjectFiles } from '../pack/project-files.ts'
import { isObject, type JsonFile } from './json-file.ts'

const libraries: Readonly<Record<string, { readonly packageName: string; readonly sheet: string }>> = {
  weui: { packageName: 'weui-miniprogram', sheet: 'weui-wxss/dist/style/weui.wxss' },
}

/** Lets the components of these libraries be found. Returns the style sheets that stand before the app's own. */
export function provideExtendedLibraries({ value: { useExtendedLib } }: JsonFile, files: ProjectFiles): string[] {
  if (!isObject(useExtendedLib)) return []
  const wanted = Object.entries(libraries).filter(([name]) => Boolean(useExtendedLib[name]))
  return wanted.map(([, { packageName, sheet }]) => {
    files.useOwnPackage(packageName, folderOf(packageName))
    const path = `miniprogram_npm/${packageName}/${sheet}`
    if (files.get(path) === undefined) files.provideNpm(packageName, () => undefined)
    return path
  })
}

function folderOf(packageName: string): string {
  return dirname(createRequire(import.meta.url).resolve(`${packageName}/package.json`))
}
