/** The worker's end of one page frame: flushes out, events and answers in. */
import type { Element } from 'glass-easel'
import type { FromView, MeasureFields, ToView, ViewEvent } from '../../bridge/view-messages.ts'
import type { StyleScopes } from '../backend/style-scopes.ts'
import { TreeContext } from '../backend/tree-context.ts'
import { dispatchViewEvent } from '../framework/events.ts'
import { isRecord } from '../values.ts'
import { reportChanges } from '../framework/template-writer.ts'
import type { Port } from './port.ts'

export interface PageLinkHandlers {
  /** Everything that is no answer, event or acknowledgement. */
  onMessage(message: FromView): void
  /** A flush has been shown for the first time: the nodes that it attached are ready. */
  onShown(): void
  onError(error: unknown): void
}

/** Callbacks after a flush that may ask for another before a message is heard. */
const maxRounds = 100

export class PageLink {
  readonly tree: TreeContext
  private readonly port: Port
  private readonly handlers: PageLinkHandlers
  private readonly waiting = new Map<number, (() => void)[]>()
  private readonly answers = new Map<number, { resolve(value: unknown): void; reject(error: Error): void }>()
  private readonly observers = new Map<number, (entries: readonly Readonly<Record<string, unknown>>[]) => void>()
  private callbacks: (() => void)[] = []
  private afterFlush: (() => void)[] = []
  private isScheduled = false
  private isAfterFlush = false
  private rounds = 0
  private isClosed = false
  private wantsShown = true
  private sequence = 0
  private nextId = 1

  constructor(port: Port, scopes: StyleScopes, handlers: PageLinkHandlers) {
    this.port = port
    this.handlers = handlers
    this.tree = new TreeContext(scopes, {
      onDirty: () => this.schedule(),
      onRender: (callback) => this.afterRender(callback),
      onAhead: (part) => this.send({ type: 'ahead', ...part }, [part.operations.buffer]),
    })
    port.onmessage = (event) => this.receive(event.data)
  }

  close(): void {
    this.isClosed = true
    this.tree.destroy()
    this.port.close()
    this.observers.clear()
    for (const answer of this.answers.values()) answer.reject(new Error('page is closed'))
    this.answers.clear()
  }

  /** `onShown` is called again when what is written by now is on the screen. */
  wantShown(): void {
    this.wantsShown = true
    this.schedule()
  }

  /** Runs when what is written by now is on the screen. */
  afterRender(callback: () => void): void {
    this.callbacks.push(callback)
    this.schedule()
  }

  /**
   * Runs when what is written by now has been sent. Callbacks that ask for more of it again and again wait for a turn of their own now and
   * then: whoever goes on for ever lets others in.
   */
  afterSent(callback: () => void): void {
    this.rounds = this.isAfterFlush ? this.rounds + 1 : 0
    if (this.rounds > maxRounds) {
      this.rounds = 0
      setTimeout(() => this.afterSent(callback))
      return
    }
    this.afterFlush.push(callback)
    this.schedule()
  }

  measure(items: readonly { node: number; fields: MeasureFields }[]): Promise<unknown> {
    return this.ask((id) => ({ type: 'measure', id, items }))
  }

  invoke(node: number, method: string, args: readonly unknown[], transfer?: Transferable[]): Promise<unknown> {
    return this.ask((id) => ({ type: 'invoke', id, node, method, args }), transfer)
  }

  /** Returns the end of it. */
  observe(
    kind: 'intersection' | 'mediaQuery' | 'resize',
    nodes: readonly number[],
    options: Readonly<Record<string, unknown>>,
    onEntries: (entries: readonly Readonly<Record<string, unknown>>[]) => void,
  ): () => void {
    const id = this.takeId()
    this.observers.set(id, onEntries)
    this.flush()
    this.send({ type: 'observe', id, kind, nodes, options })
    return () => {
      if (this.observers.delete(id)) this.send({ type: 'unobserve', id })
    }
  }

  send(message: ToView, transfer: Transferable[] = []): void {
    if (!this.isClosed) this.port.postMessage(message, transfer)
  }

  /** What the view must know before it can answer or observe is sent first. */
  flush(): void {
    this.isScheduled = false
    if (this.isClosed) return
    reportChanges()
    const encoded = this.tree.flush()
    const callbacks = this.callbacks
    const wantsAck = callbacks.length > 0 || this.wantsShown
    if (encoded !== undefined || wantsAck) {
      this.sequence += 1
      const sequence = this.sequence
      if (wantsAck) {
        const shown = this.wantsShown ? [() => this.handlers.onShown()] : []
        this.waiting.set(sequence, [...callbacks, ...shown])
        this.callbacks = []
        this.wantsShown = false
      }
      const { operations = new Int32Array(), strings = [] } = encoded ?? {}
      this.send({ type: 'flush', sequence, wantsAck, operations, strings }, [operations.buffer])
    }
    const after = this.afterFlush
    this.afterFlush = []
    this.isAfterFlush = true
    for (const work of after) this.run(work)
    this.isAfterFlush = false
  }

  private schedule(): void {
    if (this.isScheduled || this.isClosed) return
    this.isScheduled = true
    queueMicrotask(() => {
      if (this.isScheduled) this.flush()
    })
  }

  private receive(message: FromView): void {
    switch (message.type) {
      case 'event': {
        const node = this.tree.find(message.node)
        const element = node?.element
        const isTyped = message.name === 'input' && (node?.text === 'input' || node?.text === 'textarea')
        if (isTyped) this.answerInput(message.node, true)
        if (element !== undefined) this.run(() => this.dispatch(element, message))
        if (isTyped) this.afterSent(() => this.answerInput(message.node, false))
        if (message.name === 'touchmove') this.send({ type: 'heard' })
        return
      }
      case 'model': {
        const node = this.tree.find(message.node)
        const listener = node?.models?.get(message.name)
        if (node === undefined || listener === undefined) return
        node.reported = { name: message.name, value: message.value }
        this.run(() => listener(message.value))
        return
      }
      case 'rendered':
        for (const [sequence, callbacks] of [...this.waiting]) {
          if (sequence > message.sequence) break
          this.waiting.delete(sequence)
          for (const callback of callbacks) this.run(callback)
        }
        return
      case 'measured':
        this.take(message.id)?.resolve(message.results)
        return
      case 'invoked':
        if (message.error === undefined) this.take(message.id)?.resolve(message.value)
        else this.take(message.id)?.reject(new Error(message.error))
        return
      case 'observed':
        this.run(() => this.observers.get(message.id)?.(message.entries))
        return
      default:
        this.run(() => this.handlers.onMessage(message))
    }
  }

  /** What a handler of `input` returns takes the place of what was typed: a text, or `{ value, cursor }`. */
  private dispatch(element: Element, message: ViewEvent): void {
    const result = dispatchViewEvent(element, message)
    if (message.name !== 'input' || result === undefined || !isRecord(message.detail)) return
    const { value, cursor } = isRecord(result) ? result : { value: result, cursor: undefined }
    if (typeof value !== 'string' && typeof value !== 'number') return
    const args = [String(value), cursor, message.detail['value']]
    this.send({ type: 'invoke', id: 0, node: message.node, method: 'replaceInput', args })
  }

  /** What is set between the two is the app's answer to what was typed, and no older value that comes late. */
  private answerInput(node: number, isBegin: boolean): void {
    if (isBegin && this.isScheduled) this.flush()
    this.send({ type: 'invoke', id: 0, node, method: 'answerInput', args: [isBegin] })
  }

  private ask(message: (id: number) => ToView, transfer: Transferable[] = []): Promise<unknown> {
    if (this.isClosed) return Promise.reject(new Error('page is closed'))
    const id = this.takeId()
    this.flush()
    const answer = new Promise((resolve, reject) => this.answers.set(id, { resolve, reject }))
    this.send(message(id), transfer)
    return answer
  }

  private take(id: number): { resolve(value: unknown): void; reject(error: Error): void } | undefined {
    const answer = this.answers.get(id)
    this.answers.delete(id)
    return answer
  }

  private takeId(): number {
    const id = this.nextId
    this.nextId += 1
    return id
  }

  private run(work: () => void): void {
    try {
      work()
    } catch (error) {
      this.handlers.onError(error)
    }
  }
}
