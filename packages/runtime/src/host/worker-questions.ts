/** What the host asks of app code, and the answers: the card of a page that is shared, the app's own privacy dialog. */
export interface WorkerQuestions {
  /** Undefined when the app has no answer, or none in time. */
  ask(name: string, params: Readonly<Record<string, unknown>>, timeoutMs?: number): Promise<unknown>
  answer(id: number, value: unknown): void
}

/** The worker hears a question as the host event `ask:<name>` and answers by the bridge function `answerHost`. */
export function createWorkerQuestions(emit: (name: string, value: unknown) => void): WorkerQuestions {
  const open = new Map<number, (value: unknown) => void>()
  let lastId = 0
  return {
    ask(name, params, timeoutMs) {
      lastId += 1
      const id = lastId
      return new Promise((resolve) => {
        const timer = timeoutMs === undefined ? undefined : setTimeout(() => settle(undefined), timeoutMs)
        const settle = (value: unknown) => {
          clearTimeout(timer)
          open.delete(id)
          resolve(value)
        }
        open.set(id, settle)
        emit(`ask:${name}`, { ...params, id })
      })
    },
    answer(id, value) {
      open.get(id)?.(value)
    },
  }
}
