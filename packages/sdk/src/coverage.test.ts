import { readdirSync, readFileSync } from 'node:fs'
import { endUserRoutes } from '@banyan/contract/end-users'
import { identityRoutes } from '@banyan/contract/identity-routes'
import { openidRoutes } from '@banyan/contract/openid'
import { platformAppRoutes } from '@banyan/contract/platform-apps'
import { platformUserRoutes } from '@banyan/contract/platform-users'
import { expect, test } from 'vitest'

const folder = import.meta.dirname
const code = readdirSync(folder)
  .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
  .map((name) => readFileSync(`${folder}/${name}`, 'utf8'))
  .join('\n')

test.each(
  Object.keys({ ...identityRoutes, ...endUserRoutes, ...openidRoutes, ...platformAppRoutes, ...platformUserRoutes }),
)('the client has a method for %s', (route) => {
  expect(code).toMatch(new RegExp(`http\\.(call|open)\\(\\s*'${route}'`))
})
