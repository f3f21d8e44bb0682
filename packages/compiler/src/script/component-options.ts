/** Options of `Component({ options })` that decide how its style sheet is compiled, when they are written as literals. */
export interface ComponentOptions {
  readonly styleIsolation?: string
  readonly virtualHost?: boolean
}

export function readComponentOptions(source: string): ComponentOptions {
  const isolation = /\bstyleIsolation\s*:\s*(["'`])([\w-]+)\1/.exec(source)?.[2]
  const addsGlobalClass = /\baddGlobalClass\s*:\s*(?:true|!0)\b/.test(source)
  const styleIsolation = isolation ?? (addsGlobalClass ? 'apply-shared' : undefined)
  return {
    ...(styleIsolation === undefined ? {} : { styleIsolation }),
    ...(/\bvirtualHost\s*:\s*(?:true|!0)\b/.test(source) ? { virtualHost: true } : {}),
  }
}
