/** A function that a test sends as text goes to the worker as a script, the one way in which code comes there. */
import type { Agent, Answerers } from './answerers.ts'

export function openAutomationAsks(agent: Agent): Answerers {
  const withSource =
    (method: string, write: (text: string) => string) => (params: Readonly<Record<string, unknown>>) => {
      const { functionDeclaration: text } = params
      if (typeof text !== 'string') return agent.ask(method, params)
      return agent.ask(method, { ...params, source: new Blob([write(text)], { type: 'text/javascript' }) })
    }
  return {
    'App.callFunction': withSource('App.callFunction', (text) => `banyanAutomation((${text}))`),
    // `this.origin` of a mock is the function that it stands for.
    'App.mockWxMethod': withSource(
      'App.mockWxMethod',
      (text) => `banyanAutomation((self, ...args) => (${text}).apply(self, args))`,
    ),
  }
}
