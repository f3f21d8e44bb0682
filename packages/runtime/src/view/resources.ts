/** Images, fonts and media: the host fetches them, the frame makes a `blob:` address of the bytes. */
import type { ViewToHost } from '../bridge/frame-messages.ts'

const cacheLimit = 500
const remote = /^(https?|wxfile|cloud):/i

interface Resource {
  url: string | undefined
  done: Promise<string | undefined>
}

export class Resources {
  /** Directory of the page's file, against which relative paths are read. */
  directory = ''
  private readonly send: (message: ViewToHost) => void
  private readonly known = new Map<string, Resource>()
  private readonly waiting = new Map<number, (body: Blob | null) => void>()
  private lastId = 0

  constructor(send: (message: ViewToHost) => void) {
    this.send = send
  }

  /** The address that the browser can show now, if there is one. */
  peek(url: string): string | undefined {
    const name = this.nameOf(url)
    return name === undefined ? undefined : isInline(name) ? name : this.known.get(name)?.url
  }

  /** Undefined when there is no such resource, or its scheme is not allowed. */
  load(url: string): Promise<string | undefined> {
    const name = this.nameOf(url)
    if (name === undefined) return Promise.resolve(undefined)
    if (isInline(name)) return Promise.resolve(name)
    const known = this.known.get(name)
    if (known !== undefined) return known.done
    const resource: Resource = { url: undefined, done: Promise.resolve(undefined) }
    resource.done = this.fetch(name).then((body) => {
      if (body === null) {
        this.known.delete(name)
        return undefined
      }
      resource.url = URL.createObjectURL(body)
      return resource.url
    })
    this.known.set(name, resource)
    this.evict()
    return resource.done
  }

  receive(id: number, body: Blob | null): void {
    const settle = this.waiting.get(id)
    this.waiting.delete(id)
    settle?.(body)
  }

  private fetch(url: string): Promise<Blob | null> {
    const id = ++this.lastId
    return new Promise((settle) => {
      this.waiting.set(id, settle)
      this.send({ type: 'resource', id, url })
    })
  }

  /** What an element already shows stays shown after its address is revoked, so the oldest may go. */
  private evict(): void {
    if (this.known.size <= cacheLimit) return
    for (const [name, resource] of this.known) {
      if (resource.url === undefined) continue
      URL.revokeObjectURL(resource.url)
      this.known.delete(name)
      return
    }
  }

  private nameOf(url: string): string | undefined {
    const text = url.trim()
    if (text === '') return undefined
    if (remote.test(text) || isInline(text)) return text
    if (text.startsWith('//')) return `https:${text}`
    const path = text.startsWith('banyan-asset:') ? text.slice('banyan-asset:'.length) : text
    if (/^[a-z][a-z\d+.-]*:/i.test(path)) return undefined
    return joinPath(text.startsWith('banyan-asset:') || path.startsWith('/') ? '' : this.directory, path)
  }
}

function isInline(url: string): boolean {
  return (
    /^data:(image|font|audio|video|application\/(x-)?font|application\/octet-stream)/i.test(url) ||
    url.startsWith('blob:')
  )
}

function joinPath(directory: string, path: string): string {
  const parts = directory === '' ? [] : directory.split('/')
  for (const part of path.split('/')) {
    if (part === '..') parts.pop()
    else if (part !== '' && part !== '.') parts.push(part)
  }
  return parts.join('/')
}
