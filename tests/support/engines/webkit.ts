import { EngineMissing } from './engine.ts'
import type { EngineDriver } from './engine.ts'
export async function launchWebKit(): Promise<EngineDriver> {
  throw new EngineMissing('not yet')
}
