/** The rules of all functions of `wx`, as WeChat's typings state them. */
import { parameterRows } from '@banyan/contract/wx-api/parameters'
import type { Rules } from './rules.ts'

const kinds: Readonly<Record<string, Rules[string]>> = {
  S: 'String',
  N: 'Number',
  B: 'Boolean',
  A: 'Array',
  O: 'Object',
  R: 'ArrayBuffer',
  'S?': 'String?',
}

const rows = new Map(
  parameterRows
    .trim()
    .split('\n')
    .map((row) => {
      const [name = '', ...parameters] = row.trim().split(' ')
      return [name, parameters]
    }),
)

export function rulesOf(name: string): Rules {
  const rules: Record<string, Rules[string]> = {}
  for (const parameter of rows.get(name) ?? []) {
    const [key = '', kind = ''] = parameter.split(':')
    rules[key] = kinds[kind] ?? 'String'
  }
  return rules
}
