/** `npm start` as a person types it: on an empty data folder, and again. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export async function measureStart(): Promise<{ firstMs: number; secondMs: number }> {
  const dataFolder = await mkdtemp(join(tmpdir(), 'banyan-bench-start-'))
  const firstMs = await startOnce(dataFolder)
  const secondMs = await startOnce(dataFolder)
  await rm(dataFolder, { recursive: true, force: true })
  return { firstMs, secondMs }
}

async function startOnce(dataFolder: string): Promise<number> {
  const startedAt = performance.now()
  const child = spawn('npm', ['start'], {
    cwd: join(import.meta.dirname, '..', '..'),
    env: { ...process.env, PORT: '0', BANYAN_DATA: dataFolder, BANYAN_LOG_LEVEL: 'error' },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const readyMs = await new Promise<number>((resolve, reject) => {
    let output = ''
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      output += text
      if (output.includes('banyan: ready in')) resolve(performance.now() - startedAt)
    })
    child.on('exit', () => reject(new Error(`npm start ended early:\n${output}`)))
  })
  child.kill('SIGTERM')
  await once(child, 'close')
  return readyMs
}
