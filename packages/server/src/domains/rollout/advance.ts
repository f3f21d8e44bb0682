/** What a gray release does by itself: stages follow each other, guards freeze it, the deadline ends it. Any server may do it, once. */
import { systemActor } from '#domains/audit'
import type { Clock } from '#infra/clock/clock.ts'
import type { Log } from '#infra/log/log.ts'
import { findBreach, type ReadFigures } from './guards.ts'
import { isStageOver, type PlanChanges } from './plan-changes.ts'
import type { PlanRow, RolloutStore } from './store.ts'

export interface Advancing {
  /** Looks at all open plans once. */
  tick(): Promise<void>
  start(): void
  stop(): Promise<void>
}

const everyMs = 5000

export function createAdvancing(ports: {
  store: RolloutStore
  changes: PlanChanges
  clock: Clock
  log: Log
  readFigures: () => ReadFigures | undefined
}): Advancing {
  const { changes, clock, log } = ports
  let timer: NodeJS.Timeout | undefined
  let running: Promise<void> = Promise.resolve()

  async function tick(): Promise<void> {
    for (const plan of await ports.store.openPlansOfAll()) {
      try {
        await look(plan)
      } catch (error) {
        log.warn({ err: error, appId: plan.app_id, plan: plan.id }, 'a gray release could not be looked after')
      }
    }
  }

  async function look(plan: PlanRow): Promise<void> {
    const now = clock.now()
    if (plan.state === 'running' && (await freezeAfterBreach(plan))) return
    if (now >= plan.deadline_at && plan.deadline_action !== 'nothing') {
      const to = plan.deadline_action === 'release' && plan.state !== 'frozen' ? 'completed' : 'revoked'
      await changes.end(systemActor, plan.app_id, { to, reason: 'deadline' })
      return
    }
    if (isStageOver(plan, now)) await changes.advance(systemActor, plan.app_id, now)
  }

  async function freezeAfterBreach(plan: PlanRow): Promise<boolean> {
    const figures =
      plan.guards.length === 0
        ? undefined
        : await ports.readFigures()?.({
            appId: plan.app_id,
            grayVersion: plan.version,
            fullVersion: plan.full_version,
            since: plan.stage_since ?? plan.started_at,
          })
    const breach = figures && findBreach(plan.guards, figures)
    if (!breach) return false
    const reason = `${breach.guard.metric}: ${breach.gray} against ${breach.control}`
    await changes.setState(systemActor, plan.app_id, { to: 'frozen', from: ['running'], reason })
    log.error({ appId: plan.app_id, version: plan.version, breach }, 'a guard has frozen a gray release')
    return true
  }

  return {
    tick,
    start() {
      timer = setInterval(() => {
        running = running.then(tick).catch((error: unknown) => log.warn({ err: error }, 'gray releases wait'))
      }, everyMs)
      timer.unref()
    },
    async stop() {
      clearInterval(timer)
      await running
    },
  }
}
