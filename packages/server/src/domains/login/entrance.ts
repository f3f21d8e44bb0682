/**
 * How a browser whose person has just proved who he is comes to his account. A guest becomes the account, or brings to it what it has not;
 * two accounts are never made one. The cookie of before leads nowhere any more, since others may have seen it.
 */
import { hashSecret } from '#domains/identity'
import type { Clock } from '#infra/clock/clock.ts'
import { newId, randomText, type Ids } from '#infra/ids/ids.ts'
import type { AccountStore } from './account-store.ts'

export interface Proof {
  /** Who the browser was before. */
  browser: string | undefined
  /** Whose proof it is, when it is known already. */
  known: string | undefined
  /** An address that was proved. */
  email: string | null
}

export interface Entered {
  visitorId: string
  /** For the cookie. */
  token: string
}

/** `inside` is the store of a transaction. */
export async function enterAccount(
  inside: AccountStore,
  { browser, known, email }: Proof,
  { clock, ids }: { clock: Clock; ids: Ids },
): Promise<Entered> {
  const secret = (): string => randomText(ids, 40)
  const current = browser === undefined ? undefined : await inside.account(browser)
  const guest = current ? undefined : browser

  async function newVisitor(): Promise<string> {
    const id = newId(ids, 'visitor')
    await inside.addVisitor({ id, token_hash: hashSecret(secret()), created_at: clock.now() })
    return id
  }

  async function openAccount(): Promise<string> {
    // Somebody who is signed in shows one more way in, not another person.
    const own = current && (current.email === null || email === null) ? current.visitor_id : undefined
    const visitorId = own ?? guest ?? (await newVisitor())
    if (!own) await inside.addAccount({ visitor_id: visitorId, email, created_at: clock.now() })
    if (email === null) return visitorId
    if (own) await inside.giveEmail(visitorId, email)
    const named = await inside.accountByEmail(email)
    if (!named) throw new Error('the account that was just made is gone')
    return named.visitor_id
  }

  const visitorId = known ?? (await openAccount())
  if (guest !== undefined) {
    if (guest !== visitorId) await inside.merge(guest, visitorId)
    await inside.replaceFirstToken(guest, hashSecret(secret()))
  }
  const token = secret()
  await inside.addToken({ token_hash: hashSecret(token), visitor_id: visitorId, created_at: clock.now() })
  return { visitorId, token }
}
