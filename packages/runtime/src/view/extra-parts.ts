/** Asks the host for an extra part of `build-parts.ts`: a library for this frame, or a table. */
import type { ViewContext } from './built-in.ts'

declare global {
  interface Window {
    /** There only while the script of a part runs: it gives its value to this. */
    banyanPart?: ((value: unknown) => void) | undefined
  }
}

const parts = new Map<string, Promise<unknown>>()
let tail: Promise<unknown> = Promise.resolve()

/** What the part's script gave to `window.banyanPart`, or its JSON. Rejects when it cannot be had now; then it may be asked for again. */
export function loadExtraPart<T>(view: ViewContext, name: string): Promise<T> {
  const known = parts.get(name)
  const part = known ?? receive(view, name)
  if (known === undefined) {
    parts.set(name, part)
    part.catch(() => parts.delete(name))
  }
  return part.then((value) => {
    if (isOf<T>(value)) return value
    throw new Error(`the part ${name} is another`)
  })
}

async function receive(view: ViewContext, name: string): Promise<unknown> {
  const body = await new Promise<unknown>((resolve) => {
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = ({ data }: MessageEvent<unknown>) => {
      port1.close()
      resolve(data)
    }
    view.ask('part', { name }, port2)
  })
  if (!(body instanceof Blob)) throw new Error(`the part ${name} cannot be loaded`)
  if (body.type === 'application/json') return JSON.parse(await body.text())
  // One after the other, because they share the name under which they give their value.
  const run = tail.then(() => runScript(body, name))
  tail = run.catch(() => undefined)
  return run
}

function runScript(source: Blob, name: string): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const script = document.createElement('script')
    let value: unknown
    script.src = URL.createObjectURL(source)
    script.onload = script.onerror = (event) => {
      script.remove()
      URL.revokeObjectURL(script.src)
      delete window.banyanPart
      if (typeof event !== 'string' && event.type === 'load') resolve(value)
      else reject(new Error(`the part ${name} cannot run`))
    }
    window.banyanPart = (given) => void (value = given)
    document.head.append(script)
  })
}

// The build made the part together with whoever asks for it, which the language cannot know.
function isOf<T>(_part: unknown): _part is T {
  return true
}
