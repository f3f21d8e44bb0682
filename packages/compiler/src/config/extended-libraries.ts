/** `useExtendedLib` of app.json: WeChat brings these libraries itself, here they come from npm. */
import { isObject, type JsonFile } from './json-file.ts'
import type { ProjectFiles } from '../pack/project-files.ts'
import type { Report } from '../pack/report.ts'

const libraries: Readonly<Record<string, { readonly packageName: string; readonly sheet: string }>> = {
  weui: { packageName: 'weui-miniprogram', sheet: 'weui-wxss/dist/style/weui.wxss' },
}

/** Style sheets that stand before the app's own. */
export function extendedSheets(
  { value, path, text, offsetOf }: JsonFile,
  files: ProjectFiles,
  report: Report,
): string[] {
  const { useExtendedLib } = value
  if (!isObject(useExtendedLib)) return []
  const sheets: string[] = []
  for (const [name, { packageName, sheet }] of Object.entries(libraries)) {
    if (!useExtendedLib[name]) continue
    const sheetPath = `miniprogram_npm/${packageName}/${sheet}`
    if (files.get(sheetPath) === undefined) files.provideNpm(packageName, report.add)
    if (files.get(sheetPath) !== undefined) sheets.push(sheetPath)
    else {
      const message = `useExtendedLib needs the npm package "${packageName}", which is not installed.`
      const offset = offsetOf(['useExtendedLib', name])
      report.add({ severity: 'warning', code: 'config.extendedLibrary', message, file: path, text, offset })
    }
  }
  return sheets
}
