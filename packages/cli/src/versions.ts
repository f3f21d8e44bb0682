const firstVersion = '1.0.0'
const previewPattern = /-preview\.(\d+)$/

/** One after the highest: `1.2.9` -> `1.2.10`. Pre-releases count as the version that they precede; those made for previews do not count. */
export function nextVersion(versions: readonly { version: string }[]): string {
  const numbers = versions
    .filter(({ version }) => !previewPattern.test(version))
    .map(({ version }) => numbersOf(version))
    .toSorted(compare)
  const highest = numbers.at(-1)
  if (highest === undefined) return firstVersion
  return `${highest[0]}.${highest[1]}.${highest[2] + 1}`
}

/** `1.2.10-preview.3`: the third preview of what may become 1.2.10. */
export function nextPreviewVersion(versions: readonly { version: string }[]): string {
  const base = nextVersion(versions)
  const numbers = versions
    .filter(({ version }) => version.startsWith(`${base}-preview.`))
    .map(({ version }) => Number(previewPattern.exec(version)?.[1] ?? 0))
  return `${base}-preview.${Math.max(0, ...numbers) + 1}`
}

type Numbers = readonly [number, number, number]

function numbersOf(version: string): Numbers {
  const [major = 0, minor = 0, patch = 0] = version.split('-', 1).join('').split('.').map(Number)
  return [major, minor, patch]
}

function compare(a: Numbers, b: Numbers): number {
  return a[0] - b[0] || a[1] - b[1] || a[2] - b[2]
}
