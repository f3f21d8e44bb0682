/** The vectors that every Unleash client must pass, translated into our one language. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Condition, ConditionValue } from '@banyan/contract/conditions'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { bucketOf } from '../buckets.ts'
import { holds, type Attributes, type Segments } from './evaluate.ts'

const constraintSchema = z.object({
  contextName: z.string(),
  operator: z.string(),
  value: z.string().optional(),
  values: z.array(z.string()).optional(),
  inverted: z.boolean().optional(),
  caseInsensitive: z.boolean().optional(),
})
const strategySchema = z.object({
  name: z.string(),
  parameters: z.record(z.string(), z.string()).default({}),
  constraints: z.array(constraintSchema).nullish(),
  segments: z.array(z.number()).optional(),
})
const specificationSchema = z.object({
  state: z.object({
    features: z.array(
      z.object({ name: z.string(), enabled: z.boolean(), strategies: z.array(strategySchema).optional() }),
    ),
    segments: z.array(z.object({ id: z.number(), constraints: z.array(constraintSchema) })).default([]),
  }),
  tests: z.array(
    z.object({
      description: z.string(),
      context: z.looseObject({ properties: z.record(z.string(), z.unknown()).optional() }),
      toggleName: z.string(),
      expectedResult: z.boolean(),
    }),
  ),
})
type Strategy = z.infer<typeof strategySchema>
type Constraint = z.infer<typeof constraintSchema>

const folder = createRequire(import.meta.url)
  .resolve('@unleash/client-specification/package.json')
  .replace(/package\.json$/, 'specifications/')

/** The others are about variants, features that depend on others, and an API. */
const files = [
  '01-simple-examples',
  '02-user-with-id-strategy',
  '03-gradual-rollout-user-id-strategy',
  '04-gradual-rollout-session-id-strategy',
  '06-remote-address-strategy',
  '09-strategy-constraints',
  '10-flexible-rollout-strategy',
  '11-strategy-constraints-edge-cases',
  '12-custom-stickiness',
  '13-constraint-operators',
  '14-constraint-semver-operators',
  '15-global-constraints',
  '18-utf8-flag-names',
  '21-regex-constraint-operators',
  '22-cidr-constraint-operators',
]

const operators: Record<string, string> = {
  IN: '$in',
  NOT_IN: '$nin',
  STR_CONTAINS: '$contains',
  STR_STARTS_WITH: '$startsWith',
  STR_ENDS_WITH: '$endsWith',
  NUM_EQ: '$eq',
  NUM_GT: '$gt',
  NUM_GTE: '$gte',
  NUM_LT: '$lt',
  NUM_LTE: '$lte',
  DATE_BEFORE: '$before',
  DATE_AFTER: '$after',
  SEMVER_EQ: '$veq',
  SEMVER_GT: '$vgt',
  SEMVER_GTE: '$vgte',
  SEMVER_LT: '$vlt',
  SEMVER_LTE: '$vlte',
  REGEX: '$regex',
  IN_CIDR: '$cidr',
}

function translate(constraint: Constraint): Condition {
  const { contextName, operator, value, values, caseInsensitive, inverted } = constraint
  const name = operators[operator] ?? `$${operator}`
  const folds = caseInsensitive === true && /regex|contains|With/.test(name)
  const operand: ConditionValue = operator.startsWith('NUM_') ? Number(value) : (values ?? value ?? [])
  // An equal number may come as text; a bare value is compared by its own kind.
  const wanted: ConditionValue = operator === 'NUM_EQ' ? operand : { [folds ? `${name}i` : name]: operand }
  const condition: Condition = { [contextName]: wanted }
  return inverted === true ? { $not: condition } : condition
}

function isOn(strategy: Strategy, attributes: Attributes, segments: Segments): boolean {
  const condition: Condition = {
    $and: [
      ...(strategy.constraints ?? []).map(translate),
      ...(strategy.segments ?? []).map((id) => ({ $segment: String(id) })),
    ],
  }
  return holds(condition, attributes, segments) && isChosen(strategy, attributes)
}

function isChosen({ name, parameters }: Strategy, attributes: Attributes): boolean {
  const split = (text = ''): string[] => text.split(/\s*,\s*/)
  const share = (key: unknown, percentage: number): boolean =>
    typeof key === 'string' && bucketOf(parameters['groupId'] ?? '', key, 100) < percentage
  switch (name) {
    case 'default':
      return true
    case 'userWithId':
      return holds({ userId: { $in: split(parameters['userIds']) } }, attributes)
    case 'remoteAddress':
      return holds({ remoteAddress: { $cidr: split(parameters['IPs']) } }, attributes)
    case 'gradualRolloutUserId':
      return share(attributes['userId'], Number(parameters['percentage']))
    case 'gradualRolloutSessionId':
      return share(attributes['sessionId'], Number(parameters['percentage']))
    case 'flexibleRollout': {
      const by = parameters['stickiness'] ?? 'default'
      const key = by === 'default' ? (attributes['userId'] ?? attributes['sessionId'] ?? 'anybody') : attributes[by]
      return share(key, Number(parameters['rollout']))
    }
    default:
      return false
  }
}

describe.each(files)('Unleash %s', (file) => {
  const { state, tests } = specificationSchema.parse(JSON.parse(readFileSync(`${folder}${file}.json`, 'utf8')))
  const segments: Segments = new Map(
    state.segments.map(({ id, constraints }) => [String(id), { $and: constraints.map(translate) }]),
  )
  it.each(tests)('$description', ({ context, toggleName, expectedResult }) => {
    const { properties, ...rest } = context
    const feature = state.features.find(({ name }) => name === toggleName)
    const strategies = feature?.strategies ?? []
    const result =
      feature?.enabled === true &&
      (strategies.length === 0 || strategies.some((strategy) => isOn(strategy, { ...properties, ...rest }, segments)))
    expect(result).toBe(expectedResult)
  })
})
