/**
 * New code in the worker that runs: the changed modules and all that was made with them run again, and whoever asked opens the pages anew.
 * `app.js` and what it requires has been handed out to everybody; a change of that needs a restart.
 */
import type { PackageScript } from '@banyan/contract/package-format'
import type { LogicApp } from '../../logic/app/logic-app.ts'
import { isComponentElement } from '../../logic/framework/internals.ts'
import { isFunction } from '../../logic/values.ts'
import type { Answerers, Surroundings } from './surroundings.ts'
import { hasSameConfigs, readScript } from './scripts.ts'
import { elementsBelow } from './tree.ts'

/** Required by a function that ran later: nobody knows who holds what it exports. */
const unknownCaller = ''

export function openCodeAsks({ app, environment, pages }: Surroundings): Answerers {
  const { code } = app
  const callers = watchRequires(app)
  const mapStack = code.mapStack
  const newMappers: NonNullable<PackageScript['mapStack']>[] = []
  Reflect.set(code, 'mapStack', (stack: string) => mapStack(newMappers.reduce((text, map) => map(text), stack)))

  /** Undefined when it reaches what cannot be replaced. */
  function reachedBy(changed: readonly string[]): ReadonlySet<string> | undefined {
    const reached = new Set<string>()
    const open = changed.filter((path) => callers.has(path))
    for (let path = open.pop(); path !== undefined; path = open.pop()) {
      if (path === 'app.js' || path === unknownCaller) return undefined
      if (reached.has(path)) continue
      reached.add(path)
      open.push(...(callers.get(path) ?? []), ...usersOf(path))
    }
    return reached
  }

  /** Definitions hold those of the components that their templates name. */
  function usersOf(path: string): string[] {
    const component = path.replace(/\.js$/, '')
    return [...callers.keys()].filter((entry) => {
      const { using = {}, generics = {} } = code.configOf(entry.replace(/\.js$/, '')) ?? {}
      return [...Object.values(using), ...Object.values(generics)].includes(component)
    })
  }

  return {
    /** The states of the pages that must open anew; null when only a restart can show the change. */
    async replaceCode({ sources }) {
      if (!Array.isArray(sources)) throw new Error('sources are missing')
      const scripts = await Promise.all(sources.map((source) => readScript(source, app, environment)))
      const modules: Record<string, PackageScript['modules'][string]> = {}
      for (const script of scripts) {
        if (script === undefined || !hasSameConfigs(script, app)) return null
        Object.assign(modules, script.modules)
      }
      const paths = Object.keys(modules)
      if (!paths.every((path) => code.hasModule(path))) return null
      const reached = reachedBy(paths)
      if (reached === undefined) return null

      newMappers.push(...scripts.flatMap((script) => script?.mapStack ?? []))
      const known: unknown = Reflect.get(code, 'modules')
      const loaded: unknown = Reflect.get(code, 'loaded')
      if (!(known instanceof Map) || !(loaded instanceof Map)) return null
      for (const path of paths) known.set(path, modules[path])
      for (const path of reached) loaded.delete(path)
      const components = new Set(
        [...reached].map((path) => path.replace(/\.js$/, '')).filter((path) => code.configOf(path)),
      )
      const runEntry: unknown = Reflect.get(app, 'runEntry')
      if (isFunction(runEntry)) for (const path of components) runEntry.call(app, path)

      const isShown = pages
        .stack()
        .flatMap((page) => [page.element, ...elementsBelow(page.element)])
        .some((element) => isComponentElement(element) && components.has(element.is))
      if (!isShown) return []
      const states = pages.states()
      pages.restore(states)
      return states
    },
  }
}

/** Module -> those that required it. One that has run is a key. */
function watchRequires({ code }: LogicApp): ReadonlyMap<string, ReadonlySet<string>> {
  const callers = new Map<string, Set<string>>()
  const running: string[] = []
  const run = code.run.bind(code)
  code.run = (path) => {
    const isEntry = path === 'app.js' || code.configOf(path.replace(/\.js$/, '')) !== undefined
    const caller = running.at(-1) ?? (isEntry ? undefined : unknownCaller)
    const known = callers.get(path) ?? new Set()
    if (caller !== undefined) known.add(caller)
    callers.set(path, known)
    running.push(path)
    try {
      return run(path)
    } finally {
      running.pop()
    }
  }
  return callers
}
