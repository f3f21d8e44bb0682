/**
 * Bundles glass-easel from the sources in its package instead of its ready-made file. That file decides at run time between three kinds of
 * backend and carries the code of all; we have one kind, so the choice is made here and the rest falls away.
 */
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { basename, dirname, join } from 'node:path'
import type { Plugin } from 'esbuild'
import { saveMemory } from './build-glass-easel-memory.ts'

const decided: Readonly<Record<string, string>> = {
  'BM.DYNAMIC': 'false',
  'BM.SHADOW': 'false',
  'BM.COMPOSED': 'true',
  'BM.DOMLIKE': 'false',
  'ENV.DEV': 'false',
  // Constants of another file: as values they would load it first, and with it classes before the one that they extend.
  'SlotMode.Direct': '0',
  'SlotMode.Single': '1',
  'SlotMode.Multiple': '2',
  'SlotMode.Dynamic': '3',
  // Every page brings its own context.
  'new EmptyComposedBackendContext()': 'null',
}
const decision =
  /\b(?:BM\.(?:DYNAMIC|SHADOW|COMPOSED|DOMLIKE)|ENV\.DEV|SlotMode\.(?:Direct|Single|Multiple|Dynamic)|new EmptyComposedBackendContext\(\))/g
/** Where they are read, not where they are set: nobody watches the tree, and no component has its nodes from elsewhere. */
const observers = /\b\w+\._\$mutationObserverTarget\b(?!\s*=[^=])/g
const external = /\b\w+\.(?:_\$external|externalComponent)\b(?!\s*=[^=])/g

/** Nobody hears warnings (see `src/logic/framework/errors.ts`), and the template writer watches properties by its own means. */
const warning = /^( +)triggerWarning\(/gm
const watching = /^ +this\.tryCallPropertyChangeListener\(.*\)$/gm

/** Members that nothing in the runtime calls, by file: a bundler must keep what is in a class. */
const unused: Readonly<Record<string, string>> = {
  'data_proxy.ts': 'setChanges',
  'behavior.ts':
    'getMethods getPropertyOptionalType getPropertyType getTemplate listProperties chainingFilter extraThisFieldsType init property staticData',
  'class_list.ts': '_$getAlias',
  'component.ts':
    'applyTemplateUpdates createWithGenerics getComponentDefinition getExternalClasses getInnerData isInnerDataExcluded isPrepared listProperties removeLifetimeListener removePageLifetimeListener triggerLifeTime triggerPageLifeTime callMethod getOwnerSpace hasProperty isExternal setMethodCaller triggerWorkletChangeLifetime',
  'component_space.ts':
    'createComponentByUrl exportBehavior exportComponent getExportedBehavior getExportedComponent isDefaultComponent setGlobalUsingComponent setSharedStyleScope defineTraitBehavior defineWithMethodCaller importSpace',
  'element.ts':
    'destroyBackendElementOnDetach cancelDestroyBackendElementOnDetach destroyBackendElementOnSubtree getAttribute getComposedChildren getComposedParent getInheritSlots getSlotName isInheritSlots hasSubtreeMutationObservers matchSelector parseSelector removeChildAt replaceDocumentElement asElement asGeneralComponent asNativeNode asTextNode asVirtualNode isVirtual getBackendMode cancelDestroyBackendElementOnRemoval forEachComposedChild',
  'event.ts':
    'getEventBubbleStatus getOriginalEvent listenerReturnHandler triggerExternalEvent dispatchExternalEvent getEventName',
  'native_node.ts': 'getModelBindingListeners',
  'shadow_root.ts':
    'createComponentByDef createComponentOrNativeNode createNativeNode forEachSlot getSlotContentArray getSlotElementFromName useDynamicSlotHandlerFrom checkComponentPlaceholder',
  'text_node.ts':
    'destroyBackendElementOnDetach cancelDestroyBackendElementOnDetach getComposedParent asElement asGeneralComponent asNativeNode asTextNode asVirtualNode cancelDestroyBackendElementOnRemoval',
  // The short names are replaced by `src/logic/framework/template-writer.ts`.
  'proc_gen_wrapper.ts': 'c i p r v wl y tryCallPropertyChangeListener',
}

function decide(source: string): string {
  return source
    .replaceAll(decision, (name) => decided[name] ?? name)
    .replaceAll(observers, 'null')
    .replaceAll(external, 'false')
    .replaceAll(warning, '$1false && triggerWarning(')
    .replaceAll(watching, '')
}

/** The library's sources are formatted: a member of a class begins and ends at two spaces. */
function removeUnused(source: string, file: string, kept: readonly string[]): string {
  const names = (unused[file]?.split(' ') ?? []).filter((name) => !kept.includes(name))
  return names.reduce((rest, name) => {
    const word = name.replaceAll('$', '\\$')
    const member = new RegExp(`^  (?:private )?(?:static )?${word}(?:<| = |\\()[\\s\\S]*?^  }$`, 'gm')
    const without = rest.replaceAll(member, (text) => {
      if (/^\S/m.test(text)) throw new Error(`glass-easel ${file}: ${name} is not where it was`)
      return ''
    })
    if (without === rest) throw new Error(`glass-easel ${file} has no member ${name}`)
    return without
  }, source)
}

/** The library's internal members, which its own build shortens as well. */
export const glassEaselInternals = /^_\$/

/** `kept`: members of `unused` that stay. */
export function glassEaselSource(kept: readonly string[] = []): Plugin {
  const folder = join(dirname(createRequire(import.meta.url).resolve('glass-easel/package.json')), 'src')
  return {
    name: 'glass-easel-source',
    setup(build) {
      build.onResolve({ filter: /^glass-easel$/ }, () => ({ path: join(folder, 'index.ts'), sideEffects: false }))
      build.onLoad({ filter: /[\\/]glass-easel[\\/]src[\\/].*\.ts$/ }, async ({ path }) => ({
        contents: removeUnused(decide(saveMemory(await readFile(path, 'utf8'), basename(path))), basename(path), kept),
        loader: 'ts',
      }))
    },
  }
}
