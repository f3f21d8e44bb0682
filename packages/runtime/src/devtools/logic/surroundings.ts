/** What the parts of the agent in the worker share. */
import type { LogicApp } from '../../logic/app/logic-app.ts'
import type { LogicEnvironment } from '../../logic/environment.ts'
import type { LivePages } from './pages.ts'

export type Answerer = (params: Readonly<Record<string, unknown>>) => unknown
export type Answerers = Readonly<Record<string, Answerer>>

export interface Surroundings {
  app: LogicApp
  environment: LogicEnvironment
  pages: LivePages
  tell: (name: string, value: unknown) => void
}
