// `npm run banyan -- <command>`: the command line from a clone, installed first when it is not.
import { ensureDependencies } from './setup/dependencies.mjs'
import { speakFor } from './setup/voice.mjs'

await speakFor(async () => {
  await ensureDependencies()
  await import(new URL('../packages/cli/bin/banyan.mjs', import.meta.url).href)
})
