/** Reads parameters of host calls. The worker has checked them for exact messages; here they only get safe values. */
type Params = Readonly<Record<string, unknown>>

export function readText(params: Params, name: string, fallback = ''): string {
  const value = params[name]
  return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : fallback
}

export function readNumber(params: Params, name: string, fallback: number): number {
  const value = params[name]
  return typeof value === 'number' && Number.isFinite(value) ? value : fallback
}

export function readFlag(params: Params, name: string, fallback = false): boolean {
  const value = params[name]
  return typeof value === 'boolean' ? value : fallback
}

export function readTexts(params: Params, name: string): string[] {
  const value = params[name]
  return Array.isArray(value) ? value.filter((item): item is string => typeof item === 'string') : []
}
