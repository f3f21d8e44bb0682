/** Reads every source of the repository and reports the imports that cross a border. */
import { globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { findCircles } from './circles.ts'
import { parseBorders, type Room, roomOf } from './borders.ts'
import { type DomainEdge, findDomainCircles, judgeDomainImport, readDomainMap } from './domains.ts'
import { type FoundImport, readImports } from './imports.ts'
import { packageOf, resolveImport, type WorkspacePackage } from './resolve.ts'

export interface DependencyReport {
  readonly fileCount: number
  readonly importCount: number
  readonly problems: readonly string[]
}

const sourceGlobs = ['packages', 'scripts', 'tests', 'bench', 'conformance', 'miniprograms'].map(
  (folder) => `${folder}/**/*.{ts,tsx,mts,mjs,js}`,
)
const skipped = /(^|\/)(node_modules|dist|fixtures|templates|miniprogram_npm|results|broken)(\/|$)|\.d\.ts$/

export function checkDependencies(root: string, bordersText: string): DependencyReport {
  const rooms = parseBorders(bordersText)
  const packages = readPackages(root)
  const domains = readDomainMap(root)
  const problems: string[] = [...(domains?.problems ?? [])]
  const edges: DomainEdge[] = []
  let importCount = 0

  const files = listSources(root)
  if (files.length === 0) problems.push('no source file was found: a check that reads nothing proves nothing')
  for (const file of files) {
    const room = roomOf(rooms, file)
    if (room === undefined) {
      problems.push(`${file}: belongs to no room of BORDERS`)
      continue
    }
    for (const found of readImports(file, readFileSync(join(root, file), 'utf8'))) {
      importCount += 1
      const verdict = judge(file, room, found)
      if (verdict !== undefined) problems.push(`${file}:${found.line}: '${found.specifier}' ${verdict}`)
    }
  }
  for (const circle of findDomainCircles(edges)) problems.push(`domains in a circle: ${circle.join(' -> ')}`)
  const between = edges.map(({ importer, file }) => ({ from: withoutEnding(importer), to: withoutEnding(file) }))
  for (const circle of findCircles(between)) problems.push(`files in a circle: ${circle.join(' -> ')}`)
  return { fileCount: files.length, importCount, problems }

  function judge(importer: string, room: Room, { specifier }: FoundImport): string | undefined {
    const target = resolveImport(specifier, importer, packages)
    switch (target.kind) {
      case 'builtin':
        return undefined
      case 'unknownAlias':
        return 'is an alias that package.json does not list'
      case 'notExported':
        return `reaches into ${target.packageName} past what it exports`
      case 'npm':
        if (room.npm === undefined || room.npm.has(target.name) || isTest(importer)) return undefined
        return `is a package that room "${room.name}" must do without`
      case 'file': {
        const edge = { importer, file: target.file, through: target.through }
        edges.push(edge)
        const slice = judgeDomainImport(edge, domains?.order ?? [])
        if (slice !== undefined) return slice
        const from = packageOf(importer, packages)
        const to = packageOf(target.file, packages)
        if (target.through === 'path' && to !== undefined && from !== to) {
          return `reaches into ${to.name} by a relative path`
        }
        const other = roomOf(rooms, target.file)
        if (other === undefined) return target.file.endsWith('.json') ? undefined : 'leads to no room of BORDERS'
        if (other.name === room.name || room.mayImport.has(other.name)) return undefined
        return `crosses a border: room "${room.name}" may not import "${other.name}"`
      }
    }
  }
}

function listSources(root: string): readonly string[] {
  const exclude = (path: string): boolean => skipped.test(path.replaceAll('\\', '/'))
  return globSync(sourceGlobs, { cwd: root, exclude })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => !skipped.test(file))
    .toSorted()
}

/** Mini-programs leave it out. */
function withoutEnding(file: string): string {
  return file.replace(/\.m?[jt]sx?$/, '')
}

function isTest(file: string): boolean {
  return file.endsWith('.test.ts')
}

function readPackages(root: string): readonly WorkspacePackage[] {
  const manifests = globSync(['packages/*/package.json', 'bench/package.json'], { cwd: root })
  return manifests.map((file) => {
    const manifest: { name: string; exports?: unknown; imports?: unknown } = JSON.parse(
      readFileSync(join(root, file), 'utf8'),
    )
    return {
      name: manifest.name,
      folder: dirname(file).replaceAll('\\', '/'),
      exports: textEntries(manifest.exports),
      imports: textEntries(manifest.imports),
    }
  })
}

function textEntries(value: unknown): Readonly<Record<string, string>> {
  if (typeof value !== 'object' || value === null) return {}
  return Object.fromEntries(
    Object.entries(value).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  )
}
