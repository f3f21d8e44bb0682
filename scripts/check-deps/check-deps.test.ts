import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { checkDependencies } from './check-deps.ts'

const borders = `
contract   packages/contract                  -> npm:zod
infra      packages/server/src/infra          -> contract
domains    packages/server/src/domains        -> infra contract
server     packages/server/src/*.ts           -> domains infra contract
view       packages/runtime/src/view          -> npm:none
logic      packages/runtime/src/api/*/logic.ts packages/runtime/src/logic ->
`
const roots: string[] = []

/** A small, correct tree; each test adds one file that breaks a rule. */
function check(extra: Readonly<Record<string, string>>) {
  const root = mkdtempSync(join(tmpdir(), 'check-deps-'))
  roots.push(root)
  const server = {
    name: '@x/server',
    imports: { '#domains/*': './src/domains/*/index.ts', '#infra/*': './src/infra/*' },
  }
  const files: Record<string, string> = {
    'packages/contract/package.json': JSON.stringify({ name: '@x/contract', exports: { './*': './src/*.ts' } }),
    'packages/contract/src/apps.ts': `import { z } from 'zod'\nexport const app = z.string()`,
    'packages/server/package.json': JSON.stringify(server),
    'packages/server/src/infra/db.ts': `import { readFileSync } from 'node:fs'\nexport const db = readFileSync`,
    'packages/server/src/domains/ORDER': '# top first\nidentity\napps\n',
    'packages/server/src/domains/identity/index.ts': `export { users } from './store.ts'`,
    'packages/server/src/domains/identity/store.ts': `import { db } from '#infra/db.ts'\nexport const users = db`,
    'packages/server/src/domains/apps/index.ts': `import { users } from '#domains/identity'\nimport { app } from '@x/contract/apps'\nexport const apps = [users, app]`,
    'packages/server/src/platform.ts': `import { apps } from './domains/apps/index.ts'\nexport const platform = apps`,
    'packages/runtime/package.json': JSON.stringify({ name: '@x/runtime', exports: { '.': './src/view/main.ts' } }),
    'packages/runtime/src/view/main.ts': 'export {}',
    'packages/runtime/src/logic/main.ts': `import { request } from '../api/network/logic.ts'\nrequest()`,
    'packages/runtime/src/api/network/logic.ts': 'export const request = () => 1',
    ...extra,
  }
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, file)), { recursive: true })
    writeFileSync(join(root, file), text)
  }
  return checkDependencies(root, borders)
}

afterEach(() => {
  for (const root of roots.splice(0)) rmSync(root, { recursive: true })
})

describe('check-deps', () => {
  it('accepts a tree that keeps to its borders and says how much it read', () => {
    expect(check({})).toEqual({ fileCount: 9, importCount: 8, problems: [] })
  })

  it.each([
    [
      'infra that imports a domain',
      'packages/server/src/infra/bad.ts',
      `import { apps } from '#domains/apps'`,
      'may not import "domains"',
    ],
    [
      'the same by a type only',
      'packages/server/src/infra/bad.ts',
      `import type { apps } from '#domains/apps'`,
      'may not import "domains"',
    ],
    [
      'the same by a re-export',
      'packages/server/src/infra/bad.ts',
      `export * from '#domains/apps'`,
      'may not import "domains"',
    ],
    [
      'the same by a dynamic import',
      'packages/server/src/infra/bad.ts',
      `await import('#domains/apps')`,
      'may not import "domains"',
    ],
    [
      'a domain that calls one below it',
      'packages/server/src/domains/identity/bad.ts',
      `import { apps } from '#domains/apps'`,
      'does not stand above "identity"',
    ],
    [
      'a way past the door',
      'packages/server/src/platform-bad.ts',
      `import { users } from './domains/identity/store.ts'`,
      'past the door of domain "identity"',
    ],
    [
      'a relative path out of a slice',
      'packages/server/src/domains/apps/bad.ts',
      `import { users } from '../identity/index.ts'`,
      'leaves its slice',
    ],
    [
      'a relative path from a slice to infra',
      'packages/server/src/domains/apps/bad.ts',
      `import { db } from '../../infra/db.ts'`,
      'leaves its slice',
    ],
    [
      'a deep import into another package',
      'packages/server/src/bad.ts',
      `import { x } from '@x/runtime/src/view/main.ts'`,
      'past what it exports',
    ],
    [
      'a relative path into another package',
      'packages/server/src/bad.ts',
      `import { x } from '../../contract/src/apps.ts'`,
      'reaches into @x/contract',
    ],
    [
      'a server that imports the runtime',
      'packages/server/src/bad.ts',
      `import { x } from '@x/runtime'`,
      'may not import "view"',
    ],
    [
      'a view that imports the logic',
      'packages/runtime/src/view/bad.ts',
      `import { x } from '../logic/main.ts'`,
      'may not import "logic"',
    ],
    [
      'a contract with another package than zod',
      'packages/contract/src/bad.ts',
      `import hono from 'hono'`,
      'must do without',
    ],
    ['an alias that does not exist', 'packages/server/src/bad.ts', `import { x } from '#nowhere/x'`, 'does not list'],
  ])('refuses %s', (_, file, text, reason) => {
    const { problems } = check({ [file]: `\n${text}` })
    expect(problems[0]).toContain(`${file}:2: `)
    expect(problems[0]).toContain(reason)
  })

  it('refuses a circle of domains even where ORDER was not asked', () => {
    const { problems } = check({
      'packages/server/src/domains/identity/bad.ts': `import { apps } from '#domains/apps'`,
    })
    expect(problems).toContain('domains in a circle: apps -> identity -> apps')
  })

  it('refuses files that import each other, types alone and through a third too', () => {
    const { problems } = check({
      'packages/contract/src/one.ts': `import type { Two } from './two.ts'\nexport interface One { two: Two }`,
      'packages/contract/src/two.ts': `import type { Three } from './three'\nexport interface Two { three: Three }`,
      'packages/contract/src/three.ts': `import type { One } from './one.ts'\nexport interface Three { one: One }`,
    })
    const [one, two, three] = ['one', 'two', 'three'].map((name) => `packages/contract/src/${name}`)
    expect(problems).toEqual([`files in a circle: ${one} -> ${two} -> ${three} -> ${one}`])
  })

  it('refuses a domain that ORDER does not list, and a line without a folder', () => {
    const { problems } = check({
      'packages/server/src/domains/ORDER': 'identity\nghosts\n',
    })
    expect(problems).toContain('packages/server/src/domains/ORDER: "apps" is not listed')
    expect(problems).toContain('packages/server/src/domains/ORDER: there is no folder "ghosts"')
  })

  it('refuses a file that stands in no room', () => {
    expect(check({ 'packages/extra/src/index.ts': 'export {}' }).problems).toEqual([
      'packages/extra/src/index.ts: belongs to no room of BORDERS',
    ])
  })

  it('fails when it reads nothing', () => {
    const empty = mkdtempSync(join(tmpdir(), 'check-deps-'))
    roots.push(empty)
    expect(checkDependencies(empty, borders).problems).toHaveLength(1)
  })
})
