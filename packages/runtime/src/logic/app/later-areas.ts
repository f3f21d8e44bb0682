/**
 * The members of `wx` whose code comes later. Each stands in `wx` from the start, as an ordinary function: before its code has come a call
 * waits for it, and so does everything done with what the call returned. Only what must answer at once cannot wait; a package that uses
 * such a function gets the code before its own first line runs.
 */
import { laterFunctions } from '../../api/later-functions.ts'
import { createSoft } from '../../api/soft/logic.ts'
import { isFunction, isRecord } from '../values.ts'

type Members = Readonly<Record<string, unknown>>

export class LaterAreas {
  private readonly wx: Record<string, unknown>
  private readonly request: () => void
  private readonly stands = new Map<string, unknown>()
  private members: Members | undefined
  private waiting: ((members: Members) => void)[] = []

  constructor(wx: Record<string, unknown>, request: () => void) {
    this.wx = wx
    this.request = request
    for (const [name, kind] of Object.entries(laterFunctions)) {
      const stand =
        kind === 'object' ? standIn(() => this.member(name)) : (...args: unknown[]) => this.call(name, kind, args)
      this.stands.set(name, stand)
      wx[name] = stand
    }
  }

  /** The code is there: `wx` gets the real members, except where the app has put its own. */
  arrived(members: Members): void {
    if (this.members !== undefined) return
    this.members = members
    for (const [name, member] of Object.entries(members)) {
      if (this.wx[name] === this.stands.get(name)) this.wx[name] = member
    }
    for (const work of this.waiting.splice(0)) work(members)
  }

  /** Their code is there, or on its way. */
  async arrival(): Promise<void> {
    await this.member('')
  }

  private call(name: string, kind: string, args: readonly unknown[]): unknown {
    const { members } = this
    if (members !== undefined) return callOf(members[name], args)
    if (kind === 'sync') {
      this.request()
      return callOf(createSoft(name, kind), args)
    }
    const result = this.member(name).then((member) => callOf(member, args))
    if (kind === 'on' || kind === 'off') return undefined
    return kind === 'async' && !hasCallback(args[0]) ? result : standIn(() => result)
  }

  private member(name: string): Promise<unknown> {
    if (this.members !== undefined) return Promise.resolve(this.members[name])
    this.request()
    return new Promise((resolve) => this.waiting.push((members) => resolve(members[name])))
  }
}

function callOf(member: unknown, args: readonly unknown[]): unknown {
  return isFunction(member) ? member(...args) : undefined
}

function hasCallback(options: unknown): boolean {
  return isRecord(options) && [options['success'], options['fail'], options['complete']].some(isFunction)
}

/** Stands for an object that is on its way: calls of methods and new values wait for it, fields are undefined until it is there. */
function standIn(fetch: () => Promise<unknown>): object {
  let real: object | undefined
  let arrival: Promise<object> | undefined
  const whenReal = (work: (target: object) => unknown) => {
    arrival ??= fetch().then((value) => (real = Object(value)))
    return arrival.then(work)
  }
  return new Proxy(
    {},
    {
      get(_target, key) {
        if (real !== undefined) {
          const value: unknown = Reflect.get(real, key)
          return isFunction(value) ? value.bind(real) : value
        }
        if (typeof key === 'symbol' || key === 'then' || key === 'toJSON') return undefined
        return (...args: unknown[]) =>
          whenReal((target) => {
            const method: unknown = Reflect.get(target, key)
            return isFunction(method) ? method.apply(target, args) : undefined
          })
      },
      set(_target, key, value) {
        void whenReal((target) => Reflect.set(target, key, value))
        return true
      },
    },
  )
}
