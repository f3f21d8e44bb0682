#!/usr/bin/env node
// Runs under any Node that npm 11 runs under. The sources are TypeScript, which Node runs by itself from 22.18 on; an older Node hands
// over to the one that this repository pins.
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const [major, minor] = process.versions.node.split('.').map(Number)

if (major > 22 || (major === 22 && minor >= 18)) {
  const { runCli } = await import('../src/index.ts')
  process.exitCode = await runCli(process.argv.slice(2))
} else {
  handOver(findPinnedNode(dirname(fileURLToPath(import.meta.url))))
}

function findPinnedNode(folder) {
  const name = process.platform === 'win32' ? 'node.exe' : 'node'
  for (let at = folder; ; at = dirname(at)) {
    const candidate = join(at, 'node_modules', 'node', 'bin', name)
    if (existsSync(candidate)) return candidate
    if (at === dirname(at)) return undefined
  }
}

function handOver(node) {
  if (node === undefined) {
    process.stderr.write(
      `banyan needs Node 22.18 or newer; this is ${process.versions.node}. Run "npm install" in the Banyan folder, which brings one along.\n` +
        `banyan 需要 Node 22.18 或更高版本，当前为 ${process.versions.node}。请在 Banyan 目录执行 npm install，其中包含所需版本。\n`,
    )
    process.exitCode = 1
    return
  }
  const child = spawn(node, [fileURLToPath(import.meta.url), ...process.argv.slice(2)], { stdio: 'inherit' })
  // A terminal sends Ctrl-C to both processes: this one stays until the other has closed what it opened.
  process.on('SIGINT', () => {})
  for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  child.on('error', (error) => {
    process.stderr.write(`${node}: ${error.message}\n`)
    process.exitCode = 1
  })
  child.on('exit', (code, signal) => {
    process.exitCode = code ?? (signal === 'SIGINT' ? 130 : 1)
  })
}
