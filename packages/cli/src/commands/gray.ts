import type { Command } from 'commander'
import type { Context } from '../context.ts'
import { Failure } from '../failure.ts'
import { parseGuard, parseIds, parseNumber, parsePercent, parseStages, readCondition } from '../gray-options.ts'
import type { Guard, Stage } from '../gray-options.ts'
import { showPlan } from '../gray-plan.ts'
import { addAppOptions, findLinkedApp, newestVersion } from '../linked-app.ts'
import type { AppOptions } from '../linked-app.ts'
import { grayTexts } from './gray-texts.ts'

interface StartOptions extends AppOptions {
  version?: string
  percent?: number
  stages?: readonly Stage[]
  users?: readonly string[]
  condition?: string
  guard?: readonly Guard[]
  deadlineDays?: number
  deadline?: string
}

interface WidenOptions extends AppOptions {
  percent?: number
  users?: readonly string[]
}

interface StepOptions extends AppOptions {
  note?: string
}

const steps = ['pause', 'resume', 'revoke', 'complete'] as const

export function addGrayCommand(program: Command, context: Context): void {
  const { locale } = context.environment
  const text = grayTexts[locale]
  const gray = program.command('gray').description(text.description).addHelpText('after', text.examples)
  const bad = text.bad

  addAppOptions(gray.command('start').description(text.start), locale)
    .option('--version <version>', text.version)
    .option('--percent <number>', text.percent, (value) => parsePercent(value, bad.percent))
    .option('--stages <list>', text.stages, (value) => parseStages(value, bad.stages))
    .option('--users <ids>', text.users, parseIds)
    .option('--condition <json>', text.condition)
    .option('--guard <rule>', text.guard, (value, before: readonly Guard[] | undefined) => [
      ...(before ?? []),
      parseGuard(value, bad.guard),
    ])
    .option('--deadline-days <number>', text.deadlineDays, (value) => parseNumber(value, bad.number))
    .option('--deadline <action>', text.deadline)
    .addHelpText('after', text.startExamples)
    .action((folder: string, options: StartOptions) => start(folder, options, context))

  addAppOptions(gray.command('status').description(text.status), locale).action((folder: string, options: AppOptions) =>
    status(folder, options, context),
  )

  addAppOptions(gray.command('widen').description(text.widen), locale)
    .option('--percent <number>', text.percent, (value) => parsePercent(value, bad.percent))
    .option('--users <ids>', text.usersInstead, parseIds)
    .action((folder: string, options: WidenOptions) => widen(folder, options, context))

  for (const step of steps) {
    addAppOptions(gray.command(step).description(text[step]), locale)
      .option('--note <text>', text.note)
      .action(async (folder: string, options: StepOptions) => {
        const { client, appId } = await findLinkedApp(folder, options, context)
        showPlan(await client.rollout.take(appId, step, options.note), options, context)
      })
  }
}

async function start(folder: string, options: StartOptions, context: Context): Promise<void> {
  const { locale } = context.environment
  const text = grayTexts[locale]
  const { percent, stages, users, guard, deadlineDays } = options
  if (percent === undefined && stages === undefined && users === undefined) {
    throw new Failure('gray.nobody', text.nobody, { hint: text.nobodyHint, exitCode: 2 })
  }
  const deadlineAction = deadlineActions.find((action) => action === options.deadline)
  if (options.deadline !== undefined && deadlineAction === undefined) {
    throw new Failure('gray.badDeadline', text.badDeadline, { exitCode: 2 })
  }
  const condition = options.condition === undefined ? undefined : await readCondition(options.condition, locale)
  const app = await findLinkedApp(folder, options, context)
  const version = options.version ?? (await newestVersion(app, locale))
  context.terminal.progress(text.starting(version))
  const plan = await app.client.rollout.start(app.appId, {
    version,
    ...(percent === undefined ? {} : { basisPoints: percent }),
    ...(stages === undefined ? {} : { stages: [...stages] }),
    ...(users === undefined ? {} : { users: [...users] }),
    ...(condition === undefined ? {} : { condition }),
    ...(guard === undefined ? {} : { guards: [...guard] }),
    ...(deadlineDays === undefined ? {} : { deadlineDays }),
    ...(deadlineAction === undefined ? {} : { deadlineAction }),
  })
  showPlan(plan, options, context)
}

const deadlineActions = ['release', 'revoke', 'nothing'] as const

async function status(folder: string, options: AppOptions, context: Context): Promise<void> {
  const text = grayTexts[context.environment.locale]
  const { client, appId } = await findLinkedApp(folder, options, context)
  const plan = await client.rollout.read(appId)
  if (plan.state !== 'frozen') {
    showPlan(plan, options, context)
    return
  }
  throw new Failure('gray.frozen', text.frozen(plan.version, plan.stateReason ?? ''), {
    hint: text.frozenHint,
    exitCode: 3,
    details: { plan },
  })
}

async function widen(folder: string, options: WidenOptions, context: Context): Promise<void> {
  const text = grayTexts[context.environment.locale]
  const { percent, users } = options
  if (percent === undefined && users === undefined) {
    throw new Failure('gray.nobody', text.nobody, { hint: text.nobodyHint, exitCode: 2 })
  }
  const { client, appId } = await findLinkedApp(folder, options, context)
  const listed = users === undefined ? undefined : await client.rollout.setUsers(appId, users)
  const plan = percent === undefined ? listed : await client.rollout.change(appId, { basisPoints: percent })
  if (plan !== undefined) showPlan(plan, options, context)
}
