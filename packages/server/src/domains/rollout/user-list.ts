import { PlatformError } from '@banyan/contract/errors'
import { grayLimits } from '@banyan/contract/rollout'

/** The first column of each line; a heading `user` or `id`, quotes, a byte order mark and empty lines are fine. */
export function readUserList(text: string): string[] {
  const users = new Set<string>()
  for (const [index, line] of text
    .replace(/^\uFEFF/, '')
    .split(/\r\n|\n|\r/)
    .entries()) {
    const id = firstColumn(line)
    if (id === '' || (index === 0 && /^(?:user|user_?id|id|openid|device)$/i.test(id))) continue
    if (id.length > 128) {
      throw new PlatformError('gray.listInvalid', { detail: `line ${index + 1}` })
    }
    users.add(id)
    if (users.size > grayLimits.listedUsers) {
      throw new PlatformError('gray.listInvalid', { detail: `at most ${grayLimits.listedUsers} users` })
    }
  }
  return [...users]
}

function firstColumn(line: string): string {
  const quoted = /^\s*"((?:[^"]|"")*)"/.exec(line)?.[1]
  return (quoted === undefined ? (line.split(/[,;\t]/)[0] ?? '') : quoted.replaceAll('""', '"')).trim()
}
