/** What outlives a reload of the page, for as long as the tab is open. */
export interface Kept<Value> {
  read(): Value
  write(value: Value): void
}

export function keptIn<Value>(name: string, otherwise: Value): Kept<Value> {
  const key = `banyan:devtools:${name}`
  return {
    read() {
      try {
        return JSON.parse(sessionStorage.getItem(key) ?? '') ?? otherwise
      } catch {
        return otherwise
      }
    },
    write(value) {
      try {
        sessionStorage.setItem(key, JSON.stringify(value))
      } catch {
        // Too much to keep: it begins anew after the reload.
      }
    },
  }
}
