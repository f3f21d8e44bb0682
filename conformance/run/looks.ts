/**
 * `npm run conformance -- --looks`: pictures of every built-in component in light, dark and large text, compared with those in
 * `looks/reference`. README.md describes the options.
 */
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { buildRuntime } from '@banyan/runtime/build'
import { launchEngine } from '../../tests/support/engines/launch.ts'
import { differenceOf } from './look-differences.ts'
import { findLooks, type LookPicture, takePictures } from './look-pictures.ts'
import { perSheet, writeSheet } from './look-sheets.ts'

const reference = join(import.meta.dirname, '..', 'looks', 'reference')

const { values } = parseArgs({
  options: {
    /** For the pictures that differ, or for all and sheets of them with `--all`. */
    out: { type: 'string' },
    all: { type: 'boolean', default: false },
    only: { type: 'string', multiple: true, default: [] },
    /** What is seen now is the reference from now on. */
    update: { type: 'boolean', default: false },
  },
})

const out = values.out ?? join(tmpdir(), 'banyan-looks-seen')
const wanted = findLooks(values.only)
const pictures: LookPicture[] = []
let failures = 0
const outdir = await mkdtemp(join(tmpdir(), 'banyan-looks-'))
const driver = await launchEngine('chromium')
try {
  const runtime = await buildRuntime({ outdir })
  await takePictures({ driver, runtime, wanted }, async (picture) => {
    const name = `${picture.look.id}.${picture.manner}`
    if (values.all) pictures.push(picture)
    const problem = picture.fault ?? (values.update ? await keep(name, picture.png) : await compare(name, picture))
    if (problem === undefined) return
    failures += 1
    console.error(`${name}: ${problem}`)
  })
  if (values.all) await writeAll()
} finally {
  await driver.close()
  await rm(outdir, { recursive: true, force: true })
}
console.log(`looks: ${wanted.length * 3 - failures} as they were, ${failures} not`)
if (failures > 0) process.exitCode = 1

async function keep(name: string, png: Uint8Array): Promise<undefined> {
  await mkdir(reference, { recursive: true })
  await writeFile(join(reference, `${name}.png`), png)
}

async function compare(name: string, { look, png }: LookPicture): Promise<string | undefined> {
  const before = await readFile(join(reference, `${name}.png`)).catch(() => undefined)
  if (before === undefined) return 'has no reference yet; look at it, then run with --update'
  const difference = differenceOf(before, png, look.tolerance)
  if (difference === undefined) return undefined
  await mkdir(out, { recursive: true })
  await writeFile(join(out, `${name}.now.png`), png)
  if (difference.marked !== undefined) await writeFile(join(out, `${name}.marked.png`), difference.marked)
  return `${(difference.share * 100).toFixed(2)} % of it differ; see ${name}.now.png and ${name}.marked.png in ${out}`
}

async function writeAll(): Promise<void> {
  await mkdir(out, { recursive: true })
  for (const { look, manner, png } of pictures) await writeFile(join(out, `${look.id}.${manner}.png`), png)
  for (let at = 0; at * perSheet < wanted.length; at++) {
    const shown = new Set(wanted.slice(at * perSheet, (at + 1) * perSheet))
    const onSheet = pictures.filter(({ look }) => shown.has(look))
    await writeSheet(driver, onSheet, join(out, `sheet-${at + 1}.png`))
  }
}
