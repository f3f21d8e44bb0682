/** Events that MapContext listens to: it asks for the next one, and none is lost between two questions. */
export class EventQueues {
  private readonly queues = new Map<string, unknown[]>()
  private readonly waiting = new Map<string, ((detail: unknown) => void)[]>()

  /** Who asks the first time hears of the last that there was. */
  next(event: string): Promise<unknown> {
    const queue = this.queues.get(event)
    if (queue !== undefined && queue.length > 0) return Promise.resolve(queue.shift())
    return new Promise((resolve) => this.waiting.set(event, [...(this.waiting.get(event) ?? []), resolve]))
  }

  add(event: string, detail: unknown): void {
    const waiting = this.waiting.get(event) ?? []
    this.waiting.delete(event)
    if (waiting.length === 0) this.queues.set(event, [detail])
    for (const tell of waiting) tell(detail)
  }
}
