/** The engines by name. */
import { launchChromium } from './chromium.ts'
import type { EngineDriver, EngineName } from './engine.ts'
import { launchFirefox } from './firefox.ts'
import { launchWebKit } from './webkit.ts'

export const engineNames: readonly EngineName[] = ['chromium', 'firefox', 'webkit']

export function isEngineName(name: string): name is EngineName {
  return engineNames.some((each) => each === name)
}

export function launchEngine(name: EngineName, options: { isHeaded?: boolean } = {}): Promise<EngineDriver> {
  switch (name) {
    case 'chromium':
      return launchChromium(options)
    case 'firefox':
      return launchFirefox(options)
    case 'webkit':
      return launchWebKit()
  }
}
