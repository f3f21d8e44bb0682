/** What is typed after `banyan gray`, read into what the platform takes. */
import { readFile } from 'node:fs/promises'
import type { Condition } from '@banyan/contract/conditions'
import { InvalidArgumentError } from 'commander'
import type { Locale } from './environment.ts'
import { Failure } from './failure.ts'

export interface Stage {
  basisPoints: number
  dwellMinutes: number
}

export interface Guard {
  metric: 'errorRate' | 'crashFree' | 'launchP95Ms'
  worseBy: number
}

const metrics = ['errorRate', 'crashFree', 'launchP95Ms'] as const
const minutesOf: Readonly<Record<string, number>> = { m: 1, h: 60, d: 60 * 24 }

const texts = {
  zh_CN: { badCondition: (text: string) => `条件不是 JSON 对象：${text}` },
  en: { badCondition: (text: string) => `The condition is not a JSON object: ${text}` },
}

/** `12.5` -> 1250 ten thousandths. */
export function parsePercent(value: string, message: string): number {
  const percent = value.trim() === '' ? Number.NaN : Number(value.replace(/%$/, ''))
  const basisPoints = Math.round(percent * 100)
  if (!(basisPoints >= 1 && basisPoints <= 10_000)) throw new InvalidArgumentError(message)
  return basisPoints
}

export function parseNumber(value: string, message: string): number {
  if (!/^[1-9]\d{0,8}$/.test(value)) throw new InvalidArgumentError(message)
  return Number(value)
}

/** `1:30m,10:2h` -> 1 % for 30 minutes, then 10 % for two hours. */
export function parseStages(value: string, message: string): readonly Stage[] {
  return value.split(',').map((stage) => {
    const [, percent = '', count, unit = ''] = /^([\d.]+)%?:(\d{1,5})([mhd])$/.exec(stage.trim()) ?? []
    const minutes = minutesOf[unit]
    if (count === undefined || minutes === undefined) throw new InvalidArgumentError(message)
    return { basisPoints: parsePercent(percent, message), dwellMinutes: Number(count) * minutes }
  })
}

/** `errorRate:20%` -> worse by more than a fifth. */
export function parseGuard(value: string, message: string): Guard {
  const [name, percent = ''] = value.split(':')
  const metric = metrics.find((each) => each === name)
  if (metric === undefined || !/^\d{1,4}(?:\.\d+)?%?$/.test(percent)) throw new InvalidArgumentError(message)
  return { metric, worseBy: Number(percent.replace('%', '')) / 100 }
}

export function parseIds(value: string): readonly string[] {
  return value
    .split(',')
    .map((id) => id.trim())
    .filter((id) => id !== '')
}

/** JSON, or `@file` with JSON in it. What it means is the platform's to check. */
export async function readCondition(value: string, locale: Locale): Promise<Condition> {
  const text = value.startsWith('@') ? await readFile(value.slice(1), 'utf8').catch(() => '') : value
  try {
    const condition: unknown = JSON.parse(text)
    if (isCondition(condition)) return condition
  } catch {
    // Said below, as for any other text that is none.
  }
  throw new Failure('gray.badCondition', texts[locale].badCondition(value), { exitCode: 2 })
}

function isCondition(value: unknown): value is Condition {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
