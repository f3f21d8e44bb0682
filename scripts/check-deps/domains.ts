/** The rules of `packages/server/src/domains`: enter by the door, only doors above your own in ORDER, no circles. */
import { readdirSync, readFileSync } from 'node:fs'
import { join, posix } from 'node:path'
import { findCircles } from './circles.ts'

const domainsFolder = 'packages/server/src/domains'

export interface DomainMap {
  readonly order: readonly string[]
  readonly problems: readonly string[]
}

export function readDomainMap(root: string): DomainMap | undefined {
  let names: string[]
  try {
    names = readdirSync(join(root, domainsFolder), { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map((entry) => entry.name)
  } catch {
    return undefined
  }
  const order = readOrder(root)
  if (order === undefined) return { order: [], problems: [`${domainsFolder}/ORDER is missing`] }
  const problems = [
    ...names.filter((name) => !order.includes(name)).map((name) => `${domainsFolder}/ORDER: "${name}" is not listed`),
    ...order
      .filter((name) => !names.includes(name))
      .map((name) => `${domainsFolder}/ORDER: there is no folder "${name}"`),
  ]
  return { order, problems }
}

export function domainOf(file: string): string | undefined {
  return file.startsWith(`${domainsFolder}/`) ? file.slice(domainsFolder.length + 1).split('/')[0] : undefined
}

/** Why an import between two places of the server is not allowed; undefined when it is. */
export function judgeDomainImport(edge: DomainEdge, order: readonly string[]): string | undefined {
  const from = domainOf(edge.importer)
  const to = domainOf(edge.file)
  if (from !== undefined && edge.through === 'path' && from !== to) return `leaves its slice by a relative path`
  if (to === undefined || from === to) return undefined
  if (edge.file !== posix.join(domainsFolder, to, 'index.ts')) return `goes past the door of domain "${to}"`
  if (from !== undefined && order.indexOf(from) <= order.indexOf(to)) {
    return `calls domain "${to}", which does not stand above "${from}" in domains/ORDER`
  }
  return undefined
}

export interface DomainEdge {
  readonly importer: string
  readonly file: string
  readonly through: 'path' | 'alias' | 'door'
}

/** Circles between domains, each as a list of names that begins and ends with the same one. */
export function findDomainCircles(edges: readonly DomainEdge[]): readonly (readonly string[])[] {
  return findCircles(
    edges.flatMap(({ importer, file }) => {
      const from = domainOf(importer)
      const to = domainOf(file)
      return from === undefined || to === undefined || from === to ? [] : [{ from, to }]
    }),
  )
}

function readOrder(root: string): readonly string[] | undefined {
  try {
    const text = readFileSync(join(root, domainsFolder, 'ORDER'), 'utf8')
    return text
      .split('\n')
      .map((line) => line.replace(/#.*/, '').trim())
      .filter((line) => line !== '')
  } catch {
    return undefined
  }
}
