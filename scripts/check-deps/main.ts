import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { checkDependencies } from './check-deps.ts'

const root = join(import.meta.dirname, '..', '..')
const report = checkDependencies(root, readFileSync(join(import.meta.dirname, 'BORDERS'), 'utf8'))
for (const problem of report.problems) console.log(problem)
console.log(`${report.fileCount} files, ${report.importCount} imports, ${report.problems.length} problems`)
if (report.problems.length > 0) process.exitCode = 1
