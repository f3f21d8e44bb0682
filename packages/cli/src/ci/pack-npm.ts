import type { Project } from './project.ts'

export interface PackNpmWarning {
  jsPath: string
  code: string
  tips: string
  msg: string
}

/**
 * For scripts written for `miniprogram-ci`: there is nothing to do, because packages of `node_modules` are built whenever the project is
 * compiled, and what is wrong with them is among the errors of that build. Writes no `miniprogram_npm`.
 *
 * @example
 * const warnings = await packNpm(project)
 */
export function packNpm(_project: Project): Promise<readonly PackNpmWarning[]> {
  return Promise.resolve([])
}
