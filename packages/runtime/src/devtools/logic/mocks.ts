/** Functions of `wx` that answer by a rule of the panel instead of doing something. Requests are answered in the host page. */
import type { MockRule } from '../../bridge/devtools-messages.ts'
import { isFunction, isRecord } from '../../logic/values.ts'
import type { Answerers, Surroundings } from './surroundings.ts'

interface Mocks {
  use(rules: readonly MockRule[]): void
  answerers: Answerers
}

export function openMocks({ app, tell }: Surroundings): Mocks {
  const originals = new Map<string, unknown>()

  const use = (rules: readonly MockRule[]) => {
    for (const [name, original] of originals) app.wx[name] = original
    originals.clear()
    for (const rule of rules) {
      if (rule.kind !== 'api' || rule.isOff === true || originals.has(rule.match)) continue
      originals.set(rule.match, app.wx[rule.match])
      app.wx[rule.match] = answerBy(rule, (params) => tell('mocked', { name: rule.match, params }))
    }
  }
  return {
    use,
    answerers: {
      mock({ rules }) {
        use(Array.isArray(rules) ? rules : [])
        return null
      },
    },
  }
}

/** As functions of `wx` do: callbacks when there are any, else a promise; a name with `Sync` answers at once. */
function answerBy(rule: MockRule, onCall: (params: unknown) => void): (...args: unknown[]) => unknown {
  const { match: name, fails, delayMs = 0 } = rule
  return (...args) => {
    const [params] = args
    onCall(params)
    if (name.endsWith('Sync')) {
      if (fails) throw Object.assign(new Error(`${name}:fail mock`), isRecord(rule.result) ? rule.result : {})
      return rule.result
    }
    const result = { errMsg: `${name}:${fails ? 'fail mock' : 'ok'}`, ...(isRecord(rule.result) ? rule.result : {}) }
    const settled = new Promise<void>((resolve) => setTimeout(resolve, delayMs))
    const { success, fail, complete } = isRecord(params) ? params : {}
    if (![success, fail, complete].some(isFunction)) {
      return settled.then(() => (fails ? Promise.reject(result) : result))
    }
    void settled.then(() => {
      const told = fails ? fail : success
      if (isFunction(told)) told(result)
      if (isFunction(complete)) complete(result)
    })
    return undefined
  }
}
