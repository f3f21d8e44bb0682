/** A package taken apart into the files that it was made from, as far as the build still shows them. */
import { packageManifestSchema, type AssetTable, type StyleMap } from '@banyan/contract/package-format'
import { componentSpecs } from '@banyan/contract/components'
import { wxFunctions } from '@banyan/contract/wx-api'
import { z } from 'zod'
import type { Blobs } from '#infra/blobs/local-blobs.ts'
import type { VersionRow } from './store.ts'

export interface PackageParts {
  /** Path -> what tells two contents apart, and the size. */
  files: ReadonlyMap<string, { content: string; sizeBytes: number }>
  pages: readonly string[]
  functions: ReadonlySet<string>
  components: ReadonlySet<string>
  domains: ReadonlySet<string>
}

const configShape = z.looseObject({ pages: z.array(z.string()).default([]), source: z.unknown().optional() })
const componentsShape = z.record(z.string(), z.looseObject({ source: z.unknown() }))

/** The compiler begins each part on a line of its own. */
const partHead =
  /^(?:("(?:[^"\\\n]|\\.)*"):(?:\(function\([\w$,]*\)\{return )?function\(require,module,exports\)\{|R\[("(?:[^"\\\n]|\\.)*")\]=D\(|\$lazy\(("(?:[^"\\\n]|\\.)*"),function\(\)\{return |(\},$)|(return G\}))/gm
const componentsHead = '\ncomponents:'
const tagOfTemplate = /\bE\("([a-z][a-z0-9-]*)",/g
const nameInWx = /\bwx\.([a-zA-Z]\w*)/g
const originInCode = /["'`]((?:https|wss):\/\/[a-z0-9.-]+(?::\d+)?)/gi

export async function takeApart(blobs: Blobs, row: VersionRow): Promise<PackageParts> {
  const manifest = packageManifestSchema.parse(JSON.parse(row.manifest))
  const read = async ({ hash }: { hash: string }): Promise<string> => (await blobs.read(hash))?.toString('utf8') ?? ''
  const files = new Map<string, { content: string; sizeBytes: number }>()
  const add = (path: string, content: string): void =>
    void files.set(path, { content, sizeBytes: Buffer.byteLength(content) })
  const functions = new Set<string>()
  const components = new Set<string>()
  const domains = new Set<string>()

  const configText = await read(manifest.config)
  const config = configShape.parse(JSON.parse(configText || '{}'))
  add('app.json', config.source === undefined ? configText : JSON.stringify(config.source))
  const assets: AssetTable = JSON.parse((await read(manifest.assets)) || '{}')
  for (const [path, { hash, sizeBytes }] of Object.entries(assets)) files.set(path, { content: hash, sizeBytes })
  for (const { root, script, style } of manifest.packages) {
    const styles: StyleMap = JSON.parse((await read(style)) || '{}')
    for (const [key, text] of Object.entries(styles)) add(`${key}.wxss`, text)
    const text = await read(script)
    for (const part of partsOf(root, text)) {
      add(part.path, part.text)
      if (part.path.endsWith('.wxml')) {
        for (const [, tag = ''] of part.text.matchAll(tagOfTemplate)) {
          if (Object.hasOwn(componentSpecs, tag)) components.add(tag)
        }
      }
    }
    for (const [, name = ''] of text.matchAll(nameInWx)) if (Object.hasOwn(wxFunctions, name)) functions.add(name)
    for (const [, origin = ''] of text.matchAll(originInCode)) domains.add(origin.toLowerCase())
  }
  return { files, pages: config.pages, functions, components, domains }
}

/** A script that another compiler wrote has no such lines and stays one file. */
function partsOf(root: string, script: string): { path: string; text: string }[] {
  const heads = [...script.matchAll(partHead)]
  const parts = heads.flatMap(([, module, wxs, template], at) => {
    const text = script.slice(heads[at]?.index, heads[at + 1]?.index)
    if (module !== undefined) return [{ path: nameOf(module), text }]
    if (wxs !== undefined) return [{ path: `${nameOf(wxs)}.wxs`, text }]
    return template === undefined ? [] : [{ path: `${nameOf(template)}.wxml`, text }]
  })
  return parts.length === 0 ? [{ path: `${root}package.js`, text: script }] : [...parts, ...configsOf(script)]
}

/** The JSON of pages and components, at the end of a script. */
function configsOf(script: string): { path: string; text: string }[] {
  const from = script.lastIndexOf(componentsHead)
  const [json = ''] = script.slice(from + componentsHead.length).split('\n', 1)
  try {
    const components = componentsShape.parse(JSON.parse(json.replace(/\}\);$|,$/, '')))
    return Object.entries(components).map(([path, { source }]) => ({
      path: `${path}.json`,
      text: JSON.stringify(source),
    }))
  } catch {
    return []
  }
}

function nameOf(literal: string): string {
  const name: unknown = JSON.parse(literal)
  return String(name).replace(/^\//, '')
}
