/** Addresses that let one thing happen, to whoever has them, until they end. What they allow is sealed in them, so nothing is kept about them. */
import { PlatformError } from '@banyan/contract/errors'
import { fileIdSchema, filePathSchema, fileVariantSchema, type FileTicket } from '@banyan/contract/files'
import { z } from 'zod'
import type { Clock } from '#infra/clock/clock.ts'
import type { Sealing } from '#infra/sealing/sealing.ts'

const base = z.object({ appId: z.string(), endsAt: z.int() })
const uploadTicket = base.extend({
  path: filePathSchema,
  maxBytes: z.int(),
  mediaTypes: z.array(z.string()),
  openId: z.string().nullable(),
})
const linkTicket = base.extend({ fileId: fileIdSchema, variant: fileVariantSchema.optional() })
export type UploadTicket = z.infer<typeof uploadTicket>
export type LinkTicket = z.infer<typeof linkTicket>

export interface TicketPorts {
  sealing: Sealing
  clock: Clock
  /** Where people reach the platform. */
  origin: () => string
}

type Lasting<Ticket> = Omit<Ticket, 'endsAt'> & { expiresInSeconds: number }

const longest = 4096

export function createTickets({ sealing, clock, origin }: TicketPorts) {
  async function issue<Ticket extends { appId: string }>(
    kind: 'upload' | 'link',
    { expiresInSeconds, ...ticket }: Ticket & { expiresInSeconds: number },
  ): Promise<{ text: string; expiresAt: string }> {
    const endsAt = clock.now().getTime() + expiresInSeconds * 1000
    const sealed = await sealing.seal(Buffer.from(JSON.stringify({ ...ticket, endsAt })), `file ${kind}`)
    return { text: Buffer.from(sealed).toString('base64url'), expiresAt: new Date(endsAt).toISOString() }
  }

  async function open<Ticket extends { endsAt: number }>(
    kind: 'upload' | 'link',
    text: string,
    schema: z.ZodType<Ticket>,
  ): Promise<Ticket> {
    const ticket = await read(kind, text, schema)
    if (ticket === undefined || ticket.endsAt <= clock.now().getTime()) throw new PlatformError('file.ticketInvalid')
    return ticket
  }

  async function read<Ticket>(
    kind: 'upload' | 'link',
    text: string,
    schema: z.ZodType<Ticket>,
  ): Promise<Ticket | undefined> {
    if (text.length > longest) return undefined
    try {
      const bytes = await sealing.open(Buffer.from(text, 'base64url').toString(), `file ${kind}`)
      return schema.parse(JSON.parse(bytes.toString()))
    } catch {
      // Cut off, changed, of the other kind, or of another platform: all the same to whoever brings it.
      return undefined
    }
  }

  return {
    async upload(ticket: Lasting<UploadTicket>): Promise<FileTicket & { text: string }> {
      const { text, expiresAt } = await issue('upload', ticket)
      return { url: `${origin()}/user-files/upload/${text}`, expiresAt, text }
    },
    /** The name stands in it only to be read, and to name what is saved. */
    async link(ticket: Lasting<LinkTicket>, path: string): Promise<FileTicket> {
      const { text, expiresAt } = await issue('link', ticket)
      const name = encodeURIComponent(path.split('/').at(-1) ?? 'file')
      return { url: `${origin()}/user-files/${text}/${name}`, expiresAt }
    },
    openUpload: (text: string): Promise<UploadTicket> => open('upload', text, uploadTicket),
    openLink: (text: string): Promise<LinkTicket> => open('link', text, linkTicket),
  }
}
export type Tickets = ReturnType<typeof createTickets>
