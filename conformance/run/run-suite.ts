/** Runs files of cases in one engine, on several phones at a time; a browser that dies is replaced. */
import { setTimeout as wait } from 'node:timers/promises'
import type { BuiltRuntime } from '@banyan/runtime/build'
import { serveBuild } from '@banyan/runtime/testing/serve-build.ts'
import { NotInEngine } from '../../tests/support/engines/engine.ts'
import type { EngineDriver, EnginePhone, PhoneSetup } from '../../tests/support/engines/engine.ts'
import type { Case } from '../case.ts'
import { startEchoSocket } from './echo-socket.ts'
import type { EchoSocket } from './echo-socket.ts'
import { firstScript } from './in-host.ts'
import type { CaseFile } from './load-cases.ts'
import { runCase } from './run-case.ts'
import type { Outcome } from './run-case.ts'
import { appsOf, compileCases, folderOf } from './sources.ts'
import type { CaseApp } from './sources.ts'
import { isFatal } from './stage.ts'
import { answerFromWorld } from './world.ts'

export interface CaseResult {
  file: string
  case: Case
  outcome: Outcome
}

export interface SuiteOptions {
  launch: () => Promise<EngineDriver>
  phones: number
  runtime: BuiltRuntime
  onFile(file: string, results: readonly CaseResult[]): void
  /** No step waits longer than its own patience, so a case that takes this long waits for a browser that does not answer. */
  hungMs?: number
}

const usual: PhoneSetup = { width: 375, height: 667, scheme: 'light' }
const attempts = 2
const usualHungMs = 45_000
const closeMs = 8000

export async function runSuite(files: readonly CaseFile[], options: SuiteOptions): Promise<CaseResult[]> {
  const results: CaseResult[] = []
  const queue = [...files]
  const echo = await startEchoSocket()
  await Promise.all(
    Array.from({ length: Math.min(options.phones, files.length) }, async () => {
      const seat = new Seat(options, echo)
      try {
        for (let file = queue.shift(); file !== undefined; file = queue.shift()) {
          const done = await seat.runFile(file)
          results.push(...done)
          options.onFile(file.name, done)
        }
      } finally {
        await seat.leave()
      }
    }),
  ).finally(() => echo.close())
  return results
}

/** One browser with one phone, which serves the usual cases; others get a phone of their own. */
class Seat {
  readonly #options: SuiteOptions
  readonly #echo: EchoSocket
  #driver: EngineDriver | undefined
  #phone: EnginePhone | undefined

  constructor(options: SuiteOptions, echo: EchoSocket) {
    this.#options = options
    this.#echo = echo
  }

  async runFile(file: CaseFile): Promise<CaseResult[]> {
    const results: CaseResult[] = []
    for (const app of appsOf(file.cases)) results.push(...(await this.#runApp(file.name, app)))
    return results
  }

  async leave(): Promise<void> {
    const driver = this.#driver
    this.#driver = undefined
    this.#phone = undefined
    if (driver !== undefined)
      await within(
        closeMs,
        driver.close().catch(() => undefined),
      )
  }

  async #runApp(file: string, app: CaseApp): Promise<CaseResult[]> {
    const build = await compileCases(app, this.#echo.origin)
    const runtime = this.#options.runtime
    const served = new Map<string, Awaited<ReturnType<typeof serveBuild>>>()
    const serve = async (locale: 'zh_CN' | 'en') => {
      const known = served.get(locale)
      if (known !== undefined) return known
      const fresh = await serveBuild(build, {
        runtime,
        locale,
        firstScript,
        reportsConsole: true,
        target: answerFromWorld,
        // Nobody answers at the second one.
        socketOrigins: [this.#echo.origin, 'wss://127.0.0.1:1'],
      })
      served.set(locale, fresh)
      return fresh
    }
    const results: CaseResult[] = []
    try {
      for (const each of app.cases) {
        const problem = build.diagnostics.find(
          ({ severity, file: path }) => severity === 'error' && path.startsWith(folderOf(each)),
        )
        if (problem !== undefined) {
          const message = `does not compile: ${problem.file}:${problem.line} ${problem.message}`
          results.push({ file, case: each, outcome: { kind: 'failed', ms: 0, message } })
          continue
        }
        const { origin } = await serve(each.phone?.locale ?? 'zh_CN')
        results.push({ file, case: each, outcome: await this.#runCase(each, `${origin}/a/${each.id}`) })
      }
    } finally {
      await Promise.all([...served.values()].map((each) => each.close()))
    }
    return results
  }

  async #runCase(each: Case, address: string): Promise<Outcome> {
    for (let attempt = 1; ; attempt++) {
      const ms = (this.#options.hungMs ?? usualHungMs) + waitsOf(each)
      const outcome = await within(ms, this.#tryCase(each, `${address}-${attempt}/`))
      if (outcome !== undefined && outcome !== 'browser is gone') return outcome
      // What hangs or is gone cannot be asked for anything more: the next case gets another browser.
      await this.leave()
      if (outcome === undefined) return { kind: 'failed', ms, message: `it hung for ${ms / 1000} s` }
      if (attempt === attempts) return { kind: 'failed', ms: 0, message: 'the browser went away each time' }
    }
  }

  async #tryCase(each: Case, home: string): Promise<Outcome | 'browser is gone'> {
    try {
      const phone = await this.#phoneFor(each)
      const engine = this.#driver?.name ?? 'chromium'
      const outcome = await runCase(each, { phone, engine, home })
      if (phone !== this.#phone) await phone.close()
      // A finger that still lies on the screen, or another size of it, must not reach the next case.
      else if (outcome.kind !== 'passed' || each.steps.some((step) => changesPhone(step))) await this.#dropPhone()
      return outcome
    } catch (error) {
      if (error instanceof NotInEngine) return { kind: 'excepted', reason: error.message }
      if (isFatal(error)) return 'browser is gone'
      const message = error instanceof Error ? (error.stack ?? error.message) : String(error)
      return { kind: 'failed', ms: 0, message }
    }
  }

  async #phoneFor({ phone }: Case): Promise<EnginePhone> {
    this.#driver ??= await this.#options.launch()
    if (
      phone === undefined ||
      (phone.scheme === undefined && phone.size === undefined && phone.geolocation === undefined)
    ) {
      this.#phone ??= await this.#driver.openPhone(usual)
      return this.#phone
    }
    const [width, height] = phone.size ?? [usual.width, usual.height]
    const { geolocation } = phone
    return this.#driver.openPhone({
      width,
      height,
      scheme: phone.scheme ?? 'light',
      ...(geolocation === undefined ? {} : { geolocation }),
    })
  }

  async #dropPhone(): Promise<void> {
    const phone = this.#phone
    this.#phone = undefined
    await phone?.close().catch(() => undefined)
  }
}

function waitsOf({ steps }: Case): number {
  const waits = steps.map((step) => ('pause' in step ? step.pause : 'withinMs' in step ? (step.withinMs ?? 0) : 0))
  return waits.reduce((sum, ms) => sum + ms, 0)
}

/** Undefined when the time is up first. */
async function within<T>(ms: number, work: Promise<T>): Promise<T | undefined> {
  const done = new AbortController()
  const { signal } = done
  try {
    return await Promise.race([work, wait(ms, undefined, { signal })])
  } finally {
    done.abort()
  }
}

function changesPhone(step: object): boolean {
  return 'resize' in step || 'scheme' in step || 'online' in step || 'stays' in step
}
