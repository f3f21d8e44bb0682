import type { LogicApp } from '../../logic/app/logic-app.ts'
import type { LogicEnvironment } from '../../logic/environment.ts'

/** Nothing. Builds for development put `agent.ts` in the place of this file. */
export function watchLogic(_app: LogicApp, _environment: LogicEnvironment): void {}
