/** Load on a server of ours over raw sockets: the client must cost next to nothing, since it shares the machine with what it measures. */
import { connect, type Socket } from 'node:net'
import { once } from 'node:events'

export interface Throughput {
  perSecond: number
  failures: number
}

/** One request of HTTP/1.1 after the other on each connection, `depth` of them on their way. The answers are alike, down to their length. */
export async function measureThroughput(
  port: number,
  request: string,
  { connections = 16, depth = 8, seconds = 4 } = {},
): Promise<Throughput> {
  const answerBytes = (await askOnce(port, request)).length
  let answers = 0
  let failures = 0
  let isOver = false
  const sockets = await Promise.all(Array.from({ length: connections }, () => open(port)))
  for (const socket of sockets) {
    let bytes = 0
    socket.on('data', (chunk: Buffer) => {
      bytes += chunk.length
      const whole = Math.floor(bytes / answerBytes)
      bytes -= whole * answerBytes
      answers += whole
      if (chunk.includes('HTTP/1.1 5') || chunk.includes('HTTP/1.1 4')) failures++
      if (!isOver && whole > 0) socket.write(request.repeat(whole))
    })
    socket.write(request.repeat(depth))
  }
  await pause(1000)
  const [before, startedAt] = [answers, performance.now()]
  await pause(seconds * 1000)
  const perSecond = ((answers - before) * 1000) / (performance.now() - startedAt)
  isOver = true
  for (const socket of sockets) socket.destroy()
  return { perSecond, failures }
}

/** As many connections as there are requests, each its own; milliseconds of each, in the order of their end. */
export async function measureEach(port: number, requests: readonly string[], connections: number): Promise<number[]> {
  const times: number[] = []
  let next = 0
  const work = async (): Promise<void> => {
    const socket = await open(port)
    for (let at = next++; at < requests.length; at = next++) {
      const startedAt = performance.now()
      socket.write(requests[at] ?? '')
      await readAnswer(socket)
      times.push(performance.now() - startedAt)
    }
    socket.destroy()
  }
  await Promise.all(Array.from({ length: connections }, work))
  return times
}

/** At a fixed rate, whether answers come or not: what waits counts from when it should have been sent. */
export async function measureOpenLoop(
  port: number,
  request: string,
  perSecond: number,
  seconds: number,
): Promise<number[]> {
  const times: number[] = []
  const free = await Promise.all(Array.from({ length: 32 }, () => open(port)))
  const all = [...free]
  const waiting: number[] = []
  const startedAt = performance.now()
  const serve = (): void => {
    for (let socket = free.pop(); socket; socket = free.pop()) {
      const dueAt = waiting.shift()
      if (dueAt === undefined) return void free.push(socket)
      const used = socket
      used.write(request)
      void readAnswer(used).then(() => {
        times.push(performance.now() - dueAt)
        free.push(used)
        serve()
      })
    }
  }
  for (let sent = 0; sent < perSecond * seconds;) {
    const now = performance.now()
    for (; sent < ((now - startedAt) / 1000) * perSecond && sent < perSecond * seconds; sent++) {
      waiting.push(startedAt + (sent * 1000) / perSecond)
    }
    serve()
    await pause(1)
  }
  while (times.length < perSecond * seconds) await pause(5)
  for (const socket of all) socket.destroy()
  return times
}

export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((one, other) => one - other)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}

export function getRequest(path: string, headers: Readonly<Record<string, string>> = {}): string {
  const lines = Object.entries({ host: 'localhost', ...headers }).map(([name, value]) => `${name}: ${value}\r\n`)
  return `GET ${path} HTTP/1.1\r\n${lines.join('')}\r\n`
}

async function askOnce(port: number, request: string): Promise<Buffer> {
  const socket = await open(port)
  socket.write(request)
  const answer = await readAnswer(socket)
  socket.destroy()
  return answer
}

async function readAnswer(socket: Socket): Promise<Buffer> {
  let held: Buffer = Buffer.alloc(0)
  for (;;) {
    const [chunk]: Buffer[] = await once(socket, 'data')
    if (chunk) held = Buffer.concat([held, chunk])
    const end = held.indexOf('\r\n\r\n')
    if (end < 0) continue
    const length = /content-length: (\d+)/i.exec(held.subarray(0, end).toString())?.[1]
    if (length === undefined ? held.includes('0\r\n\r\n', end) : held.length >= end + 4 + Number(length)) return held
  }
}

async function open(port: number): Promise<Socket> {
  const socket = connect(port, '127.0.0.1')
  socket.setNoDelay(true)
  await once(socket, 'connect')
  return socket
}

const pause = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds))
