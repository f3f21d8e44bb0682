import type { CaseFile } from './load-cases.ts'

/** So many cases, evenly out of every file and the same each time. */
export function sampleOf(files: readonly CaseFile[], size: number): CaseFile[] {
  const count = files.reduce((sum, { cases }) => sum + cases.length, 0)
  if (count <= size) return [...files]
  let at = 0
  const isTaken = () => {
    at += 1
    return Math.floor((at * size) / count) > Math.floor(((at - 1) * size) / count)
  }
  return files
    .map(({ name, cases }) => ({ name, cases: cases.filter(isTaken) }))
    .filter(({ cases }) => cases.length > 0)
}
