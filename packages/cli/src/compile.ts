import { createCompiler, formatDiagnostic } from '@banyan/compiler'
import type { Build } from '@banyan/compiler'
import type { Diagnostic } from '@banyan/contract/diagnostics'
import { addSnapshots } from '@banyan/runtime/snapshot'
import type { Context } from './context.ts'
import type { Locale } from './environment.ts'
import { Failure } from './failure.ts'
import type { Terminal } from './terminal.ts'

const texts = {
  zh_CN: {
    compiling: '正在编译 …',
    drawing: '正在绘制各页首屏 …',
    notDrawn: (route: string, reason: string) => `${route} 没有首屏快照，打开时会先显示启动画面：${reason}`,
    errors: (count: number) => `${count} 处错误`,
    warnings: (count: number) => `${count} 处警告`,
    failed: (count: number) => `编译失败，共 ${count} 处错误`,
  },
  en: {
    compiling: 'Compiling …',
    drawing: 'Drawing the first screen of each page …',
    notDrawn: (route: string, reason: string) => `${route} has no snapshot and starts with a launch screen: ${reason}`,
    errors: (count: number) => `${count} ${count === 1 ? 'error' : 'errors'}`,
    warnings: (count: number) => `${count} ${count === 1 ? 'warning' : 'warnings'}`,
    failed: (count: number) => `The build failed with ${count} ${count === 1 ? 'error' : 'errors'}`,
  },
}

/** Compiles for users: any error fails the command, after all of them have been shown. */
export async function compileForRelease(root: string, context: Context): Promise<Build> {
  const { terminal, environment } = context
  const text = texts[environment.locale]
  terminal.progress(text.compiling)
  const build = await createCompiler({ root, mode: 'production' }).build()
  showDiagnostics(build.diagnostics, terminal)
  if (countErrors(build.diagnostics) > 0) return build
  terminal.progress(text.drawing)
  const { build: drawn, report } = await addSnapshots(build)
  for (const [route, reason] of Object.entries(report.failures)) terminal.note(text.notDrawn(route, reason))
  return drawn
}

export function requireNoErrors(build: Build, locale: Locale): void {
  const count = countErrors(build.diagnostics)
  if (count === 0) return
  throw new Failure('build.failed', texts[locale].failed(count), { details: { diagnostics: build.diagnostics } })
}

export function showDiagnostics(diagnostics: readonly Diagnostic[], terminal: Terminal): void {
  for (const diagnostic of diagnostics) {
    const [head, ...rest] = formatDiagnostic(diagnostic).split('\n')
    terminal.note(terminal.style(diagnostic.severity === 'error' ? 'red' : 'yellow', head ?? ''))
    for (const line of rest) terminal.note(line)
    terminal.note()
  }
}

/** `2 errors, 1 warning`, or nothing. */
export function summarise(diagnostics: readonly Diagnostic[], locale: Locale): string {
  const text = texts[locale]
  const errors = countErrors(diagnostics)
  const warnings = diagnostics.length - errors
  const parts = [...(errors > 0 ? [text.errors(errors)] : []), ...(warnings > 0 ? [text.warnings(warnings)] : [])]
  return parts.join(locale === 'zh_CN' ? '，' : ', ')
}

export function countErrors(diagnostics: readonly Diagnostic[]): number {
  return diagnostics.filter(({ severity }) => severity === 'error').length
}
