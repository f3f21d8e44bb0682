/** New templates for pages that are open: the code runs on, data and page stay. */
import { platform } from '../../logic/platform.ts'
import type { PackageScript } from '@banyan/contract/package-format'
import { componentTemplate } from '../../logic/framework/template-writer.ts'
import { isComponentElement } from '../../logic/framework/internals.ts'
import { isFunction, isRecord } from '../../logic/values.ts'
import type { Answerers, Surroundings } from './agent.ts'
import { elementsBelow } from './tree.ts'

export function openTemplateAsks({ app, environment, pages }: Surroundings): Answerers {
  const replaced = new Map<string, unknown>()
  const templateOf = app.code.templateOf.bind(app.code)
  app.code.templateOf = (path) => (replaced.has(path) ? replaced.get(path) : templateOf(path))

  /** The script of a package hands itself over by a global function; this time it is not taken into the code. */
  const read = async (source: Blob): Promise<PackageScript | undefined> => {
    let script: PackageScript | undefined
    const add = app.code.add.bind(app.code)
    app.code.add = (given) => void (script = given)
    try {
      await environment.runScript(source)
    } finally {
      app.code.add = add
    }
    return script
  }

  return {
    /** The paths that have another template now; null when only a restart can show the change. */
    async replaceTemplates({ source }) {
      if (!platform.isBlob(source)) throw new Error('source is missing')
      const script = await read(source)
      if (script === undefined) return null
      const templates: Readonly<Record<string, unknown>> = script.templates()
      const changed: string[] = []
      for (const [path, config] of Object.entries(script.components)) {
        if (JSON.stringify(app.code.configOf(path)) !== JSON.stringify(config)) return null
        if (textOf(app.code.templateOf(path)) !== textOf(templates[path])) changed.push(path)
      }
      for (const path of changed) {
        replaced.set(path, templates[path])
        const definition = app.space.getComponentByUrlWithoutDefault(`/${path}`, '')
        const template = componentTemplate(templates[path])
        if (definition === null || template === undefined) continue
        definition.prepare()
        definition.updateTemplate(template)
      }
      const paths = new Set(changed)
      for (const page of pages.all()) {
        for (const element of [page.element, ...elementsBelow(page.element)]) {
          // One that an outer one has made anew is out of the tree.
          if (isComponentElement(element) && paths.has(element.is)) element.applyTemplateUpdates()
        }
      }
      return changed
    },
  }
}

/** The compiler gives each template as functions by the names in its file, `''` for the file itself. */
function textOf(compiled: unknown): string {
  const parts: unknown = isFunction(compiled) ? Reflect.get(compiled, '_') : undefined
  return isRecord(parts)
    ? Object.entries(parts)
        .map(([name, made]) => `${name}:${String(made)}`)
        .join('\n')
    : ''
}
