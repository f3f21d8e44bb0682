/** New templates for pages that are open: the code runs on, data and page stay. */
import { componentTemplate } from '../../logic/framework/template-writer.ts'
import { isComponentElement } from '../../logic/framework/internals.ts'
import type { Answerers, Surroundings } from './surroundings.ts'
import { hasSameConfigs, readScript } from './scripts.ts'
import { elementsBelow } from './tree.ts'

export function openTemplateAsks({ app, environment, pages }: Surroundings): Answerers {
  const replaced = new Map<string, unknown>()
  const templateOf = app.code.templateOf.bind(app.code)
  app.code.templateOf = (path) => (replaced.has(path) ? replaced.get(path) : templateOf(path))

  return {
    /** The paths that have another template now; null when only a restart can show the change. */
    async replaceTemplates({ source }) {
      const script = await readScript(source, app, environment)
      if (script === undefined || !hasSameConfigs(script, app)) return null
      const templates: Readonly<Record<string, unknown>> = script.templates()
      const changed = Object.keys(templates).filter((path) => Object.hasOwn(script.components, path))
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
