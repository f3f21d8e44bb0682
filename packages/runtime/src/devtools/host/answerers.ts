/** What the parts of the agent in the host page share. */
export type Answerers = Readonly<Record<string, (params: Readonly<Record<string, unknown>>) => unknown>>

export interface Agent {
  tell: (name: string, value: unknown) => void
  /** Asks the agent in the worker. */
  ask(method: string, params: unknown): Promise<unknown>
}
