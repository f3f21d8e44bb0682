/** `npm run conformance:docs` writes `docs/compat/`; with `--check` it only says whether that is what stands there. */
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { wxFunctions } from '@banyan/contract/wx-api'
import { wxFunctionNotes } from '@banyan/contract/wx-api/notes'
import { loadCases } from '../run/load-cases.ts'
import { writePages } from './pages.ts'

const folder = join(import.meta.dirname, '..', '..', 'docs', 'compat')
const pages = writePages(await loadCases())
const written = (await readdir(folder, { recursive: true }).catch(() => [])).filter((name) => name.endsWith('.md'))
const stale = [
  ...written.filter((name) => !pages.has(name)),
  ...(await Promise.all([...pages].map(async ([name, text]) => ((await read(name)) === text ? [] : [name])))).flat(),
]

if (process.argv.includes('--check')) {
  for (const name of stale) console.log(`docs/compat/${name} is stale`)
  if (stale.length > 0) console.log('npm run conformance:docs writes them anew')
  if (stale.length > 0) process.exitCode = 1
} else {
  await Promise.all(written.filter((name) => !pages.has(name)).map((name) => rm(join(folder, name))))
  for (const [name, text] of pages) {
    await mkdir(dirname(join(folder, name)), { recursive: true })
    await writeFile(join(folder, name), text)
  }
  const mute = Object.keys(wxFunctions).filter(
    (name) =>
      wxFunctions[name]?.support === 'degraded' &&
      wxFunctions[name].note === undefined &&
      wxFunctionNotes[name] === undefined,
  )
  console.log(`${pages.size} pages, ${stale.length} of them new or changed`)
  if (mute.length > 0) console.log(`degraded, and no note in contract/src/wx-api/notes.ts says how: ${mute.join(', ')}`)
}

async function read(name: string): Promise<string | undefined> {
  return readFile(join(folder, name), 'utf8').catch(() => undefined)
}
