/**
 * One way to drive a phone-sized page in each browser engine. What is evaluated is a function that uses nothing from outside of itself but
 * the helpers that are sent along; its argument and result are JSON.
 */
export type EngineName = 'chromium' | 'firefox' | 'webkit'

export interface PhoneSetup {
  width: number
  height: number
  scheme: 'light' | 'dark'
  geolocation?: { latitude: number; longitude: number; accuracy?: number }
}

/** In CSS pixels of the host page, at a time since the first finger came down. */
export interface TouchPoint {
  x: number
  y: number
  atMs: number
}

export interface FileForChooser {
  name: string
  type: string
  base64: string
}

export interface EngineDriver {
  readonly name: EngineName
  /** A phone without memory of the ones before it. */
  openPhone(setup: PhoneSetup): Promise<EnginePhone>
  close(): Promise<void>
}

export type InPage<A, R> = (argument: A) => R | Promise<R>

/** Function declarations that the evaluated one calls by their names. */
export type Helpers = readonly ((...values: never[]) => unknown)[]

export interface EnginePhone {
  /** Whether the driver's touches reach what the browser itself scrolls. */
  readonly isScrolledByTouch: boolean
  goto(url: string): Promise<void>
  reload(): Promise<void>
  /** The browser's own back button. */
  back(): Promise<void>
  inHost<A, R>(work: InPage<A, R>, argument: A, helpers?: Helpers): Promise<R>
  /** In the document of the frame that this CSS selector finds in the host page, however sandboxed it is; the last one when there are several. */
  inFrame<A, R>(frame: string, work: InPage<A, R>, argument: A, helpers?: Helpers): Promise<R>
  /** Each finger along its own path. With `stays` they rest on the screen until `releaseTouch`. */
  touch(fingers: readonly (readonly TouchPoint[])[], stays?: boolean): Promise<void>
  releaseTouch(): Promise<void>
  moveMouse(x: number, y: number): Promise<void>
  clickMouse(x: number, y: number): Promise<void>
  tapWithPen(x: number, y: number): Promise<void>
  /** Into what has the focus. */
  typeText(text: string): Promise<void>
  /** A key by its name in `KeyboardEvent.key`. */
  pressKey(key: string): Promise<void>
  /** Answers the chooser that `trigger` opens. */
  chooseFiles(files: readonly FileForChooser[], trigger: () => Promise<void>): Promise<void>
  resize(width: number, height: number): Promise<void>
  setScheme(scheme: 'light' | 'dark'): Promise<void>
  setOnline(isOnline: boolean): Promise<void>
  /** Errors that the browser itself reports, since they were asked for last. */
  takeErrors(): readonly string[]
  screenshot(): Promise<Uint8Array>
  close(): Promise<void>
}

/** What a driver cannot do in its engine. */
export class NotInEngine extends Error {}

/** The engine itself is not on this machine. */
export class EngineMissing extends Error {}

/** The source of a call, for drivers that take text. */
export function callText<A, R>(work: InPage<A, R>, argument: A, helpers: Helpers = []): string {
  const given = helpers.map((helper) => helper.toString()).join('\n')
  return `(() => { ${given}\nreturn (${work.toString()})(${JSON.stringify(argument) ?? 'undefined'}) })()`
}
