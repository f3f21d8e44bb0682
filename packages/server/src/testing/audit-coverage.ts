/** Watches a test's calls: each operation that changes something must have left an entry in the audit log, or say here why it does not. */
import { auditListSchema } from '@banyan/contract/audit'
import type { ApiRoute } from '@banyan/contract/api-route'
import { endUserRoutes } from '@banyan/contract/end-users'
import { apiRoutes } from '@banyan/contract/routes'

/** Operation -> why the log has no entry of it. */
const withoutEntry: Readonly<Record<string, string>> = {
  collectDevice: 'asks whether somebody has agreed; agreeing leaves the entry',
  confirmSession: 'proves again who one is and changes nothing else',
  createFileLink: 'makes an address that ends, and keeps nothing',
  createFileUpload: 'makes an address that ends, and keeps nothing; files are the data of users',
  sendEmailCode: 'sends a letter; signing in by it leaves the entry',
  startDevice: 'begins what its last step writes down',
  startPasskey: 'begins what its last step writes down',
  startPasskeySignIn: 'begins what its last step writes down',
  startRecovery: 'sends a letter; the new password leaves the entry',
  startSecondFactor: 'begins what its last step writes down',
  testGray: 'reads',
  verifyAudit: 'reads',
}

export interface AuditCoverage {
  /** Runs the call, and looks at the log before and after it when it is one of an operation that has left no entry yet. */
  watch(method: string, path: string, call: () => Promise<Response>): Promise<Response>
  /** Throws when an operation has succeeded and left nothing. */
  check(): void
}

/** What end users do with what is theirs is not the team's to read. */
const operations = Object.entries<ApiRoute>(apiRoutes)
  .filter(([name, { method }]) => method !== 'GET' && !Object.hasOwn(endUserRoutes, name))
  .map(([name, { method, path }]) => ({
    name,
    method,
    shape: new RegExp(`^${path.replace(/\{\w+\}/g, '[^/]+')}(\\?|$)`),
  }))

export function watchAudit(url: string, key: string): AuditCoverage {
  const covered = new Set<string>(Object.keys(withoutEntry))
  const suspects = new Set<string>()

  async function entries(): Promise<Set<string> | undefined> {
    const answer = await fetch(`${url}/api/v1/platform/audit?limit=200`, {
      headers: { authorization: `Bearer ${key}` },
    })
    return answer.ok ? new Set(auditListSchema.parse(await answer.json()).items.map(({ id }) => id)) : undefined
  }

  return {
    async watch(method, path, call) {
      const operation = operations.find((each) => each.method === method && each.shape.test(path))
      if (operation === undefined || covered.has(operation.name)) return call()
      const before = await entries()
      const response = await call()
      const after = response.ok ? await entries() : undefined
      if (before === undefined || after === undefined) return response
      if ([...after].some((id) => !before.has(id))) {
        covered.add(operation.name)
        suspects.delete(operation.name)
      } else suspects.add(operation.name)
      return response
    },
    check() {
      if (suspects.size === 0) return
      throw new Error(`No entry in the audit log: ${[...suspects].join(', ')}. Record one in the same transaction.`)
    },
  }
}
