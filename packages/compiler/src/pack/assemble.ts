/** The compiled parts as a build: immutable files named by their hash, and the manifest that lists them. */
import { createHash } from 'node:crypto'
import {
  packageFormatVersion,
  runtimeVersion,
  type AppConfig,
  type AssetRef,
  type ComponentConfig,
  type FileRef,
  type PackageManifest,
} from '@banyan/contract/package-format'
import { pluginRootOf } from '../config/paths.ts'
import type { Module } from '../script/compile-scripts.ts'
import { joinMaps, type MapSection, type PackageWriter } from '../script/source-map.ts'
import { shadowedNames } from '../script/shadowed-names.ts'
import { emitStackMapper } from '../script/stack-mapper.ts'
import { emitTemplates, type TemplateChunk, type WxsChunk } from '../wxml/emit-templates.ts'
import type { SourceFile } from './source-tree.ts'
import { compilerVersion } from './version.ts'

export interface PackageParts {
  /** `''` or with a trailing slash. */
  readonly root: string
  readonly independent: boolean
  readonly modules: readonly Module[]
  readonly templates: readonly TemplateChunk[]
  readonly scripts: readonly WxsChunk[]
  readonly components: Readonly<Record<string, ComponentConfig>>
  readonly styles: Readonly<Record<string, string>>
}

export interface Assets {
  readonly file: SourceFile
  readonly mediaType: string
}

export interface Assembly {
  readonly manifest: PackageManifest
  readonly files: Map<string, Uint8Array>
  /** Made when asked for: an upload wants them, a development server hardly ever does. */
  readonly sourceMaps: () => ReadonlyMap<string, Uint8Array>
}

export interface Plan {
  readonly config: AppConfig
  /** Areas of `wx.*` that the code names, sorted. */
  readonly areas: readonly string[]
  readonly packages: readonly PackageParts[]
  readonly assets: ReadonlyMap<string, Assets>
  readonly isProduction: boolean
}

export function assemble({ config, areas, packages, assets, isProduction }: Plan): Assembly {
  const files = new Map<string, Uint8Array>()
  const sections = new Map<string, readonly MapSection[]>()
  const store = (content: string): FileRef => {
    const bytes = Buffer.from(content)
    const hash = createHash('sha256').update(bytes).digest('hex')
    files.set(hash, bytes)
    return { hash, sizeBytes: bytes.length }
  }
  const table: Record<string, AssetRef> = {}
  for (const [path, { file, mediaType }] of assets) {
    const bytes = file.bytes()
    files.set(file.sha256(), bytes)
    table[path] = { hash: file.sha256(), sizeBytes: bytes.length, mediaType }
  }
  const codePackages = packages.map((parts) => {
    const script = emitScript(parts, isProduction)
    sections.set(`${parts.root}package.js`, script.sections)
    return {
      root: parts.root,
      independent: parts.independent,
      script: store(script.text),
      style: store(JSON.stringify(parts.styles)),
    }
  })
  const manifest: PackageManifest = {
    format: packageFormatVersion,
    compilerVersion,
    minRuntime: runtimeVersion,
    config: store(JSON.stringify(config)),
    assets: store(JSON.stringify(table)),
    areas: [...areas],
    packages: codePackages,
  }
  const joined = () => [...sections].map(([path, maps]) => [`${path}.map`, Buffer.from(joinMaps(path, maps))] as const)
  return { manifest, files, sourceMaps: () => new Map(joined()) }
}

function createWriter(): PackageWriter & { readonly sections: MapSection[]; text(): string } {
  const parts: string[] = []
  const sections: MapSection[] = []
  let line = 0
  return {
    sections,
    write(text, mapped = []) {
      for (const section of mapped) sections.push({ line: line + section.line, map: section.map })
      parts.push(text)
      for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) line += 1
    },
    text: () => parts.join(''),
  }
}

/** Each module starts on a line of its own, so that its source map only needs to be moved down. */
export function emitScript(
  { root, modules, templates, scripts, components }: PackageParts,
  isProduction: boolean,
): { text: string; sections: MapSection[] } {
  const out = createWriter()
  out.write(`$banyan({root:${JSON.stringify(root)},modules:{\n`)
  for (const { path, code, map } of modules) {
    const head = pluginRootOf(path) === '' ? '' : 'var requireMiniProgram=require.miniProgram;'
    const shadowed = shadowedNames(code)
    const [open, close] = shadowed.length === 0 ? ['', ''] : [`(function(${shadowed.join()}){return `, '})()']
    out.write(`${JSON.stringify(path)}:${open}function(require,module,exports){${head}\n`)
    out.write(`${code}\n}${close},\n`, [{ line: 0, map }])
  }
  out.write('},\ntemplates:')
  emitTemplates(templates, scripts, out)
  out.write(`,\ncomponents:${asExpression(JSON.stringify(components))}`)
  out.write(
    isProduction ? '});\n' : `,\nmapStack:${emitStackMapper(out.sections)}});\n//# sourceURL=${root}package.js\n`,
  )
  return { text: out.text(), sections: out.sections }
}

/** `__proto__` as a key of an object literal would set the prototype. */
function asExpression(json: string): string {
  return json.includes('"__proto__"') ? `JSON.parse(${JSON.stringify(json)})` : json
}
