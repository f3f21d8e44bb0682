/**
 * Pictures, sound and fonts that are really pages or programs. A wrong kind of picture is an everyday slip that browsers forgive, so only
 * what could be run or shown as a page is a reason to refuse.
 */
const binaryFamily = /^(?:image|audio|video|font)\//
const markup = /^(?:\uFEFF|\s)*<(?:!doctype\s+html|html|head|body|script|iframe|\?php)/i

/** `head`: the first bytes of the file, 64 or more when it has them. Answers what it really is. */
export function disguiseOf(mediaType: string, head: Buffer): string | undefined {
  if (!binaryFamily.test(mediaType)) return undefined
  if (markup.test(head.toString('utf8'))) return 'a page of HTML'
  if (head.subarray(0, 2).toString('latin1') === '#!') return 'a script'
  if (head.subarray(0, 2).toString('latin1') === 'MZ') return 'a program'
  if (head.subarray(0, 4).equals(elf)) return 'a program'
  return undefined
}

const elf = Buffer.from([0x7f, 0x45, 0x4c, 0x46])
