/** Packages on their way: who asked is told when the code is there. */
import type { AppConfig } from '@banyan/contract/package-format'
import type { PackageLoading } from '../modules/code-store.ts'

interface Waiting {
  promise: Promise<void>
  resolve(): void
  reject(error: Error): void
}

export class Packages implements PackageLoading {
  private readonly config: AppConfig
  private readonly request: (root: string) => void
  private readonly has: (root: string) => boolean
  private readonly waiting = new Map<string, Waiting>()

  /** Scripts that have come, by root; they are the same bytes for every worker. */
  readonly sources = new Map<string, Blob>()

  constructor(config: AppConfig, request: (root: string) => void, has: (root: string) => boolean) {
    this.config = config
    this.request = request
    this.has = has
  }

  get plugins(): NonNullable<AppConfig['plugins']> {
    return this.config.plugins ?? {}
  }

  rootOf(path: string): string {
    const roots = this.config.subPackages.map(({ root }) => root).filter((root) => path.startsWith(root))
    return roots.toSorted((a, b) => b.length - a.length)[0] ?? ''
  }

  load(root: string): Promise<void> {
    if (this.has(root)) return Promise.resolve()
    const known = this.waiting.get(root)
    if (known !== undefined) return known.promise
    let settle: Omit<Waiting, 'promise'> = { resolve: () => {}, reject: () => {} }
    const promise = new Promise<void>((resolve, reject) => (settle = { resolve, reject }))
    this.waiting.set(root, { promise, ...settle })
    this.request(root)
    return promise
  }

  arrived(root: string): void {
    this.waiting.get(root)?.resolve()
    this.waiting.delete(root)
  }

  failed(root: string, errMsg: string): void {
    this.waiting.get(root)?.reject(new Error(errMsg))
    this.waiting.delete(root)
  }
}
