import { EngineMissing } from './engine.ts'
import type { EngineDriver } from './engine.ts'
export async function launchFirefox(_options: { isHeaded?: boolean } = {}): Promise<EngineDriver> {
  throw new EngineMissing('not yet')
}
