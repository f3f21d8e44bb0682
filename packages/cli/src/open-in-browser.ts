import { spawn } from 'node:child_process'

/** Opens the address with the system's own means. Where there is none, nothing happens: the address has been printed. */
export function openInBrowser(url: string): void {
  const [command, ...args] = commandFor(process.platform)
  const child = spawn(command, [...args, url], { stdio: 'ignore', detached: true })
  child.on('error', () => undefined)
  child.unref()
}

function commandFor(platform: NodeJS.Platform): readonly [string, ...string[]] {
  if (platform === 'darwin') return ['open']
  // `start` is part of the shell, and takes its first quoted argument for a window title.
  if (platform === 'win32') return ['cmd', '/c', 'start', '']
  return ['xdg-open']
}
