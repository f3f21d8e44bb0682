/**
 * Pictures of every built-in component in light, dark and large text, and sheets that hold several of them:
 * `node conformance/run/looks.ts --out <folder> [--only button]`.
 */
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { componentSpecs } from '@banyan/contract/components'
import { buildRuntime } from '../../packages/runtime/build.ts'
import { serveBuild } from '../../packages/runtime/src/testing/serve-build.ts'
import type { EngineDriver, EnginePhone, PhoneSetup } from '../../tests/support/engines/engine.ts'
import { launchEngine } from '../../tests/support/engines/launch.ts'
import type { Case } from '../case.ts'
import { containers } from '../looks/containers.ts'
import { contents } from '../looks/contents.ts'
import { forms } from '../looks/forms.ts'
import type { Look } from '../looks/look.ts'
import { firstScript } from './in-host.ts'
import { runCase } from './run-case.ts'
import { appsOf, compileCases } from './sources.ts'
import { answerFromWorld } from './world.ts'

type Manner = 'light' | 'dark' | 'large'

const manners: readonly Manner[] = ['light', 'dark', 'large']
const looks: readonly Look[] = [...containers, ...forms, ...contents]
const screen = { width: 375, height: 560 }
const perSheet = 5

const { values } = parseArgs({
  options: { out: { type: 'string' }, only: { type: 'string', multiple: true, default: [] } },
})
if (values.out === undefined) throw new Error('--out names the folder for the pictures')
const out = values.out

const missing = Object.keys(componentSpecs).filter((tag) => !looks.some(({ tags }) => tags.includes(tag)))
if (missing.length > 0) throw new Error(`no picture shows ${missing.join(', ')}`)

const wanted = looks.filter(({ id }) => values.only.length === 0 || values.only.includes(id))
const outdir = await mkdtemp(join(tmpdir(), 'banyan-looks-'))
await mkdir(out, { recursive: true })
const driver = await launchEngine('chromium')
try {
  const runtime = await buildRuntime({ outdir })
  let failures = 0
  for (const manner of manners) {
    const phone = await driver.openPhone({ ...screen, scheme: manner === 'dark' ? 'dark' : 'light' })
    for (const look of wanted) {
      const each = caseOf(look, manner)
      const [app] = appsOf([each])
      if (app === undefined) continue
      const served = await serveBuild(await compileCases(app), {
        runtime,
        locale: 'zh_CN',
        firstScript,
        reportsConsole: true,
        target: answerFromWorld,
      })
      const home = `${served.origin}/a/${look.id}-${manner}/`
      const outcome = await runCase(each, { phone, engine: 'chromium', home })
      if (outcome.kind === 'failed') {
        failures += 1
        console.error(`${look.id} ${manner}: ${outcome.message}`)
      }
      await writeFile(join(out, `${look.id}.${manner}.png`), await settledPicture(phone))
      await served.close()
    }
    await phone.close()
  }
  for (let at = 0; at * perSheet < wanted.length; at++) {
    await takeSheet(driver, wanted.slice(at * perSheet, (at + 1) * perSheet), join(out, `sheet-${at + 1}.png`))
  }
  if (failures > 0) process.exitCode = 1
} finally {
  await driver.close()
  await rm(outdir, { recursive: true, force: true })
}

/** An app of its own: dark needs the app's consent, and the look of version 2 is the app's choice. */
function caseOf(look: Look, manner: Manner): Case {
  const { style, ...json } = look.json ?? {}
  const large = '<page-meta page-font-size="24px" root-font-size="24px"/>'
  return {
    id: look.id,
    says: 'A picture.',
    source: 'https://developers.weixin.qq.com/miniprogram/dev/component/',
    wxml: manner === 'large' && !look.tags.includes('page-meta') ? large + look.wxml : look.wxml,
    ...(look.js === undefined ? {} : { js: look.js }),
    wxss: `.head { padding: 12px 16px 4px; opacity: .6 } ${look.wxss ?? ''}`,
    json: { navigationBarTitleText: look.id, ...json },
    app: { json: { darkmode: true, ...(style === undefined ? {} : { style }) } },
    steps: look.steps ?? [],
    phone: { granted: ['scope.camera', 'scope.userLocation'] },
  }
}

/** What comes later than the first screen has come when two pictures are the same; what moves for good never is. */
async function settledPicture(phone: EnginePhone): Promise<Uint8Array> {
  let before = await phone.screenshot()
  for (let time = 0; time < 6; time++) {
    await wait(300)
    const picture = await phone.screenshot()
    if (time > 0 && Buffer.from(picture).equals(before)) return picture
    before = picture
  }
  return before
}

async function takeSheet(engine: EngineDriver, shown: readonly Look[], path: string): Promise<void> {
  const cells: string[] = []
  for (const manner of manners) {
    for (const { id } of shown) {
      const picture = await readFile(join(out, `${id}.${manner}.png`))
      cells.push(`<img src="data:image/png;base64,${picture.toString('base64')}">`)
    }
  }
  const setup: PhoneSetup = { width: screen.width * perSheet, height: screen.height * manners.length, scheme: 'light' }
  const page = await engine.openPhone(setup)
  const html = `<meta name="viewport" content="width=device-width"><style>body{margin:0;display:grid;grid-template-columns:repeat(${shown.length},${screen.width}px)}img{display:block;outline:1px solid #888}</style>${cells.join('')}`
  const file = path.replace(/png$/, 'html')
  await writeFile(file, html)
  await page.goto(`file://${file}`)
  await page.inHost(() => Promise.all([...document.images].map((image) => image.decode())).then(() => true), undefined)
  await writeFile(path, await page.screenshot())
  await rm(file)
  await page.close()
}
