/** Takes the pictures that `conformance/looks` describes. */
import { setTimeout as wait } from 'node:timers/promises'
import { componentSpecs } from '@banyan/contract/components'
import type { buildRuntime } from '@banyan/runtime/build'
import { serveBuild } from '@banyan/runtime/testing/serve-build.ts'
import type { EngineDriver, EnginePhone } from '../../tests/support/engines/engine.ts'
import type { Case } from '../case.ts'
import { containers } from '../looks/containers.ts'
import { contents } from '../looks/contents.ts'
import { forms } from '../looks/forms.ts'
import type { Look } from '../looks/look.ts'
import { firstScript } from './in-host.ts'
import { runCase } from './run-case.ts'
import { appsOf, compileCases } from './sources.ts'
import { answerFromWorld } from './world.ts'

export type Manner = 'light' | 'dark' | 'large'

export const manners: readonly Manner[] = ['light', 'dark', 'large']
export const screen = { width: 375, height: 560 }

export interface LookPicture {
  readonly look: Look
  readonly manner: Manner
  readonly png: Uint8Array
  /** What went wrong before the picture could be taken. */
  readonly fault: string | undefined
}

/** Every look, or those with these ids. Throws when a tag of the contract's table has none. */
export function findLooks(ids: readonly string[]): readonly Look[] {
  const looks = [...containers, ...forms, ...contents]
  const missing = Object.keys(componentSpecs).filter((tag) => !looks.some(({ tags }) => tags.includes(tag)))
  if (missing.length > 0) throw new Error(`no picture shows ${missing.join(', ')}`)
  const unknown = ids.filter((id) => !looks.some((look) => look.id === id))
  if (unknown.length > 0) throw new Error(`no look is called ${unknown.join(' or ')}`)
  return looks.filter(({ id }) => ids.length === 0 || ids.includes(id))
}

export interface LookTask {
  readonly driver: EngineDriver
  readonly runtime: Awaited<ReturnType<typeof buildRuntime>>
  readonly wanted: readonly Look[]
  readonly inManners?: readonly Manner[]
}

export async function takePictures(
  { driver, runtime, wanted, inManners = manners }: LookTask,
  onPicture: (picture: LookPicture) => Promise<void> | void,
): Promise<void> {
  for (const manner of inManners) {
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
      const png = await settledPicture(phone)
      await onPicture({ look, manner, png, fault: outcome.kind === 'failed' ? outcome.message : undefined })
      await served.close()
    }
    await phone.close()
  }
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
