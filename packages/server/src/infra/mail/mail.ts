/** Letters to people: by SMTP where the operator has one, else into a folder where he can read them. */
import { createHash } from 'node:crypto'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

export interface Letter {
  to: string
  subject: string
  text: string
}

export interface Mail {
  /** Where letters go: a mail server, or a folder that the operator reads. */
  readonly place: { by: 'smtp' } | { by: 'folder'; folder: string }
  send(letter: Letter): Promise<void>
}

export interface SmtpOptions {
  /** `smtps://user:password@smtp.example.com` */
  url: string
  from: string
}

const timeoutMs = 15_000

/** The library is loaded with the first letter: it is not needed to start. */
export function smtpMail({ url, from }: SmtpOptions): Mail {
  const connect = async () => {
    const { createTransport } = await import('nodemailer')
    const limits = { connectionTimeout: timeoutMs, greetingTimeout: timeoutMs, socketTimeout: timeoutMs }
    return createTransport({ url, ...limits, disableFileAccess: true, disableUrlAccess: true }, { from })
  }
  let transport: ReturnType<typeof connect> | undefined
  return {
    place: { by: 'smtp' },
    async send(letter) {
      transport ??= connect()
      await (await transport).sendMail(letter)
    },
  }
}

/** A letter a file, named so that the newest comes last. */
export function folderMail(folder: string, now: () => Date): Mail {
  let count = 0
  return {
    place: { by: 'folder', folder },
    async send({ to, subject, text }) {
      await mkdir(folder, { recursive: true, mode: 0o700 })
      const order = `${now().toISOString().replace(/[:.]/g, '-')}-${String(count++).padStart(6, '0')}`
      const name = `${order}-${createHash('sha256').update(to).digest('hex').slice(0, 8)}.txt`
      await writeFile(join(folder, name), `To: ${to}\nSubject: ${subject}\n\n${text}\n`, { mode: 0o600 })
    },
  }
}
