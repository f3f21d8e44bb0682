/**
 * The head of the chain, kept outside of the database: whoever cuts off the end of the log, or writes the whole log anew, would have to
 * change this file as well.
 */
import { open, rename } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { readIfThere, syncFolder } from '#infra/files.ts'

const headSchema = z.object({ position: z.int().min(0), hash: z.string().regex(/^[0-9a-f]{64}$/) })
export type Head = z.infer<typeof headSchema>

export interface Anchor {
  /** Undefined before the first head; 'unreadable' when somebody spoiled the file. */
  read(): Promise<Head | 'unreadable' | undefined>
  write(head: Head): Promise<void>
}

let draftCount = 0

export function openAnchor(folder: string): Anchor {
  const path = join(folder, 'audit-head.json')
  return {
    async read() {
      const text = await readIfThere(path)
      if (text === undefined) return undefined
      try {
        return headSchema.parse(JSON.parse(text))
      } catch {
        return 'unreadable'
      }
    },
    async write(head) {
      const draft = `${path}.${process.pid}-${draftCount++}`
      const file = await open(draft, 'w', 0o600)
      try {
        await file.writeFile(`${JSON.stringify(head)}\n`)
        await file.sync()
      } finally {
        await file.close()
      }
      await rename(draft, path)
      await syncFolder(folder)
    },
  }
}
