import type { GrayPlan } from '@banyan/contract/rollout'
import type { Context } from './context.ts'
import { formatTime, printTable } from './table.ts'

const texts = {
  zh_CN: {
    head: (version: string, state: string) => `${version} 的灰度发布：${state}`,
    states: { running: '进行中', paused: '已暂停', frozen: '已冻结', revoked: '已撤回', completed: '已全量' },
    share: '比例',
    listed: '名单',
    stage: '阶段',
    next: '下一阶段',
    condition: '条件',
    guards: '护栏',
    deadline: '到期',
    reason: '原因',
  },
  en: {
    head: (version: string, state: string) => `Gray release of ${version}: ${state}`,
    states: { running: 'running', paused: 'paused', frozen: 'frozen', revoked: 'revoked', completed: 'completed' },
    share: 'share',
    listed: 'listed users',
    stage: 'stage',
    next: 'next stage',
    condition: 'condition',
    guards: 'guards',
    deadline: 'deadline',
    reason: 'reason',
  },
}

export function showPlan(plan: GrayPlan, options: { json?: true }, { terminal, environment }: Context): void {
  if (options.json) {
    terminal.printJson({ ok: true, appId: plan.appId, plan })
    return
  }
  const text = texts[environment.locale]
  terminal.print(`${terminal.style('green', '✔')} ${text.head(plan.version, text.states[plan.state])}`)
  const isLive = plan.state === 'running' || plan.state === 'paused' || plan.state === 'frozen'
  const guards = plan.guards.map(({ metric, worseBy }) => `${metric}:${Math.round(worseBy * 100)}%`)
  printTable(terminal, [
    [text.share, `${plan.basisPoints / 100}%`],
    ...(plan.listedUsers > 0 ? [[text.listed, String(plan.listedUsers)]] : []),
    ...(plan.stage === null ? [] : [[text.stage, `${plan.stage + 1} / ${plan.stages.length}`]]),
    ...(plan.nextStageAt === null ? [] : [[text.next, formatTime(plan.nextStageAt)]]),
    ...(plan.condition === null ? [] : [[text.condition, JSON.stringify(plan.condition)]]),
    ...(guards.length === 0 ? [] : [[text.guards, guards.join(' ')]]),
    ...(isLive ? [[text.deadline, `${formatTime(plan.deadlineAt)} ${plan.deadlineAction}`]] : []),
    ...(plan.stateReason === null ? [] : [[text.reason, plan.stateReason]]),
  ])
}
