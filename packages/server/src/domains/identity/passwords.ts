import { PlatformError } from '@banyan/contract/errors'
import { hash, verify, type Options } from '@node-rs/argon2'
import { bulkhead, isBulkheadRejectedError } from 'cockatiel'

/** OWASP's parameters for argon2id: 19 MiB, two passes, one lane. */
const cost: Options = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

/** A hash is dear on purpose: so few at a time that the rest of the platform goes on, and who comes when the line is full hears so. */
const atOnce = 2
const lineLength = 100
const line = bulkhead(atOnce, lineLength)

export function hashPassword(password: string): Promise<string> {
  return inLine(() => hash(password, cost))
}

/** Takes the same time for an address that nobody registered, so that answers do not tell who has an account. */
export async function verifyPassword(storedHash: string | undefined, password: string): Promise<boolean> {
  decoy ??= hash('nobody has this password', cost)
  const against = storedHash ?? (await decoy)
  const matches = await inLine(() => verify(against, password))
  return matches && storedHash !== undefined
}

let decoy: Promise<string> | undefined

async function inLine<Answer>(work: () => Promise<Answer>): Promise<Answer> {
  try {
    return await line.execute(work)
  } catch (error) {
    if (isBulkheadRejectedError(error)) {
      throw new PlatformError('server.unavailable', { detail: 'too many sign-ins at once', cause: error })
    }
    throw error
  }
}
