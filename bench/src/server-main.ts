/** `npm run bench -- --server`: the server under load, on the embedded database. Writes `SERVER.md` and says whether the floors hold. */
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync, writeFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { cpus, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { startServerProcess } from '@banyan/server/testing'
import { testPackage } from '@banyan/server/testing/package-archive.ts'
import { writeZip } from '@banyan/server/testing/zip-writer.ts'
import { getRequest, measureEach, measureOpenLoop, measureThroughput, percentile } from './load.ts'

interface Row {
  what: string
  value: string
  floor: string
  isMissed: boolean
}

/** What others did on the machine meanwhile tells how far the figures can be trusted. */
const load = loadavg()[0] ?? 0
const visitors = 300
const codesOfEach = 10
const fileBytes = 20_000
const folder = await mkdtemp(join(tmpdir(), 'banyan-bench-server-'))
const startedAt = performance.now()
const server = await startServerProcess({ BANYAN_DATA: join(folder, 'data'), BANYAN_CHROMIUM: 'none' })
const firstStartMs = performance.now() - startedAt
process.on('exit', () => server.child.kill())
const { localUrl, seed } = server.ready
const port = Number(new URL(localUrl).port)
const authorization = `Bearer ${seed.apiKey ?? ''}`
const rows: Row[] = []

const call = async (method: string, path: string, body?: unknown): Promise<Record<string, unknown>> => {
  const isArchive = body instanceof Uint8Array
  const response = await fetch(localUrl + path, {
    method,
    headers: {
      authorization,
      ...(body === undefined ? {} : { 'content-type': isArchive ? 'application/zip' : 'application/json' }),
    },
    ...(body === undefined ? {} : { body: isArchive ? new Uint8Array(body) : JSON.stringify(body) }),
  })
  if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`)
  return Object(await response.json())
}
const add = (what: string, value: number, unit: string, floor?: { least?: number; most?: number }): void => {
  const isMissed = value < (floor?.least ?? -Infinity) || value > (floor?.most ?? Infinity)
  const digits = value < 10 ? 2 : 0
  const bound = floor?.least === undefined ? floor?.most && `at most ${floor.most}` : `at least ${floor.least}`
  rows.push({ what, value: `${value.toFixed(digits)} ${unit}`, floor: bound ? `${bound} ${unit}` : '', isMissed })
  console.log(`bench: ${what}: ${value.toFixed(digits)} ${unit}`)
}

const appId = String((await call('POST', '/api/v1/apps', { name: 'Bench' }))['id'])
const comment = noise(fileBytes, 7)
  .toString('base64')
  .slice(0, fileBytes - 14)
const { entries, scriptHash } = testPackage({ script: `$banyan({}) //${comment}` })
await call('POST', `/api/v1/apps/${appId}/versions?version=1.0.0`, writeZip(entries))
await call('POST', `/api/v1/apps/${appId}/releases`, { version: '1.0.0' })

const control = fork(join(import.meta.dirname, '..', 'controls', 'plain', 'main.ts'), [String(fileBytes)])
const controlPort = Number((await once(control, 'message'))[0])
const plain = await measureThroughput(controlPort, getRequest('/file'))
const files = await measureThroughput(port, getRequest(`/p/${appId}/${scriptHash}`))
control.kill()
add(`files of packages, ${fileBytes} bytes`, files.perSecond, 'requests/s', { least: 10_000 })
add('the same bytes by Node alone', plain.perSecond, 'requests/s')
add('files of packages against Node alone', files.perSecond / plain.perSecond, 'x')
if (files.failures > 0) throw new Error('files of packages were refused')

const state = getRequest(`/-/app/${appId}/state?version=1.0.0&sequence=1`)
add('what users get now, resolved and answered', (await measureThroughput(port, state)).perSecond, 'requests/s')
const resolved = await measureOpenLoop(port, state, 500, 4)
add('the same at 500 requests/s, median', percentile(resolved, 0.5), 'ms')
add('the same at 500 requests/s, p99', percentile(resolved, 0.99), 'ms')

const secret = String((await call('POST', `/api/v1/apps/${appId}/secret`))['secret'])
const codes: string[] = []
for (let visitor = 0; visitor < visitors; visitor++) {
  let cookie = ''
  for (let count = 0; count < codesOfEach; count++) {
    const response = await fetch(`${localUrl}/a/${appId}/-/login`, {
      method: 'POST',
      headers: { origin: localUrl, cookie },
    })
    cookie = response.headers.get('set-cookie')?.split(';')[0] ?? cookie
    codes.push(String(Object(await response.json()).code))
  }
}
const exchanges = codes.map((code) =>
  getRequest(`/sns/jscode2session?appid=${appId}&secret=${secret}&js_code=${code}&grant_type=authorization_code`),
)
const exchangedAt = performance.now()
const exchangeMs = await measureEach(port, exchanges, 24)
add('code2session', (exchanges.length * 1000) / (performance.now() - exchangedAt), 'requests/s', { least: 1000 })
add('code2session, p99', percentile(exchangeMs, 0.99), 'ms')

const list = getRequest('/api/v1/apps', { authorization })
const most = (await measureThroughput(port, list, { connections: 16, depth: 1 })).perSecond
add('API, list of mini-programs', most, 'requests/s')
add('API at half load, p99', percentile(await measureOpenLoop(port, list, Math.floor(most / 2), 4), 0.99), 'ms')

const live: number[] = []
for (let round = 1; round <= 5; round++) {
  const big = testPackage({
    label: `round ${round}`,
    assets: { 'a.bin': { content: noise(2 * 1024 * 1024, round), mediaType: 'image/png' } },
  })
  const archive = writeZip(big.entries)
  const begunAt = performance.now()
  await call('POST', `/api/v1/apps/${appId}/versions?version=2.0.${round}`, archive)
  await call('POST', `/api/v1/apps/${appId}/releases`, { version: `2.0.${round}` })
  const answer = await fetch(`${localUrl}/p/${appId}/${big.scriptHash}`)
  if (!answer.ok) throw new Error('what was published is not there')
  live.push(performance.now() - begunAt)
}
add('upload of 2 MB until users have it, median', percentile(live, 0.5), 'ms', { most: 2000 })

server.child.kill('SIGTERM')
await server.exited
const againAt = performance.now()
const again = await startServerProcess({ BANYAN_DATA: join(folder, 'data'), BANYAN_CHROMIUM: 'none' })
add('start to ready, on an empty folder', firstStartMs, 'ms', { most: 10_000 })
add('start to ready, again', performance.now() - againAt, 'ms', { most: 1500 })
await new Promise((resolve) => setTimeout(resolve, 5000))
add('memory of the server process, idle', residentMegabytes(again.child.pid ?? 0), 'MB')
again.child.kill('SIGTERM')
await again.exited
await rm(folder, { recursive: true, force: true })

const text = `# The server under load

Written by \`npm run bench -- --server\` on ${cpus().length} x ${cpus()[0]?.model ?? ''}, Node ${process.version}, embedded PostgreSQL, load of the
machine ${load.toFixed(1)} before the run; server and client share it. \`bench/controls/plain\` is Node's own server with the same bytes.

|  | measured | floor |  |
| --- | ---: | ---: | ---: |
${rows.map(({ what, value, floor, isMissed }) => `| ${what} | ${value} | ${floor} | ${floor === '' ? '' : isMissed ? 'MISSED' : 'holds'} |`).join('\n')}
`
writeFileSync(join(import.meta.dirname, '..', 'SERVER.md'), text)
if (rows.some(({ isMissed }) => isMissed)) process.exitCode = 1

/** Bytes that no compression makes smaller, the same in each run. */
function noise(length: number, start: number): Buffer {
  const bytes = Buffer.alloc(length)
  for (let at = 0, value = start; at < length; at++) {
    value = (Math.imul(value, 1_103_515_245) + 12_345) >>> 0
    bytes[at] = value >>> 16
  }
  return bytes
}

function residentMegabytes(pid: number): number {
  const kilobytes = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
  return Number(kilobytes ?? Number.NaN) / 1024
}
