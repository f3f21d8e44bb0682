/** Which addresses may be told things. That a name is public is checked when it is connected to, each time. */
import { PlatformError } from '@banyan/contract/errors'
import { authorize, type Caller } from '#domains/identity'

/** Whether the receiver may be a private one. */
export function checkReceiver(
  caller: Caller,
  input: { url: string; allowsPrivateAddress?: boolean | undefined },
): boolean {
  const allowsPrivate = input.allowsPrivateAddress === true
  if (allowsPrivate) authorize(caller, 'domain.bindUpstream')
  const url = new URL(input.url)
  if (url.username || url.password) throw new PlatformError('webhook.urlInvalid', { detail: 'credentials' })
  if (url.protocol !== 'https:' && !allowsPrivate) throw new PlatformError('webhook.urlInvalid', { detail: 'https' })
  return allowsPrivate
}
