import { spawn } from 'node:child_process'
import { root } from './tools.mjs'

/**
 * Runs a command in the repository and collects what it says.
 *
 * @param {readonly string[]} command
 * @returns {Promise<{ exitCode: number, output: string }>}
 */
export function capture([file = '', ...args]) {
  return new Promise((resolve) => {
    const child = spawn(file, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] })
    let output = ''
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text) => {
        output += text
      })
    }
    child.on('error', (error) => resolve({ exitCode: 127, output: `${output}${error.message}\n` }))
    child.on('close', (code) => resolve({ exitCode: code ?? 1, output }))
  })
}

/**
 * Runs a command in the repository with this terminal.
 *
 * @param {readonly string[]} command
 * @param {{ env?: NodeJS.ProcessEnv, isProgress?: boolean }} [options] progress goes to the error stream
 * @returns {Promise<number>} exit code
 */
export function run([file = '', ...args], { env = process.env, isProgress = false } = {}) {
  return new Promise((resolve) => {
    const child = spawn(file, args, { cwd: root, stdio: ['inherit', isProgress ? 2 : 'inherit', 'inherit'], env })
    child.on('error', (error) => {
      console.error(error.message)
      resolve(127)
    })
    child.on('close', (code) => resolve(code ?? 1))
  })
}

/**
 * Runs a command in the repository, shows what it says as it says it, and hands over its output.
 *
 * @param {readonly string[]} command
 * @returns {Promise<{ exitCode: number, output: string }>}
 */
export function runAndRead([file = '', ...args]) {
  return new Promise((resolve) => {
    const child = spawn(file, args, { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] })
    let output = ''
    child.stdout.setEncoding('utf8').on('data', (text) => {
      output += text
      process.stdout.write(text)
    })
    child.on('error', (error) => resolve({ exitCode: 127, output: error.message }))
    child.on('close', (code) => resolve({ exitCode: code ?? 1, output }))
  })
}
