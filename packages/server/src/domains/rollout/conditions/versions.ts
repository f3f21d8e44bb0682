/** Order of version numbers. */

const semantic = /^(\d+)\.(\d+)\.(\d+)(?:-([0-9A-Za-z.-]+))?(?:\+[0-9A-Za-z.-]+)?$/

/** By Semantic Versioning 2.0.0, section 11; undefined unless both are such numbers. */
export function compareVersions(one: string, other: string): number | undefined {
  const left = semantic.exec(one)
  const right = semantic.exec(other)
  if (!left || !right) return undefined
  for (const index of [1, 2, 3]) {
    const order = Number(left[index]) - Number(right[index])
    if (order !== 0) return order
  }
  return comparePrereleases(left[4], right[4])
}

function comparePrereleases(one: string | undefined, other: string | undefined): number {
  if (one === undefined || other === undefined) return one === other ? 0 : one === undefined ? 1 : -1
  const left = one.split('.')
  const right = other.split('.')
  for (let index = 0; index < Math.max(left.length, right.length); index++) {
    const a = left[index]
    const b = right[index]
    if (a === undefined || b === undefined) return a === undefined ? -1 : 1
    const order = compareIdentifiers(a, b)
    if (order !== 0) return order
  }
  return 0
}

/** Numbers come before words. */
function compareIdentifiers(one: string, other: string): number {
  const isNumber = [one, other].map((text) => /^\d+$/.test(text))
  if (isNumber[0] && isNumber[1]) return Number(one) - Number(other)
  if (isNumber[0] !== isNumber[1]) return isNumber[0] ? -1 : 1
  return one < other ? -1 : one > other ? 1 : 0
}

/** For numbers of other shapes (`v2`, `10.2`): part by part, as GrowthBook does it. NaN never holds. */
export function comparePaddedVersions(one: string, other: string): number {
  const left = padded(one)
  const right = padded(other)
  if (left === undefined || right === undefined) return NaN
  return left < right ? -1 : left > right ? 1 : 0
}

function padded(version: string): string | undefined {
  if (!/^\d/.test(version)) return undefined
  const parts = version.replace(/\+.*$/, '').split(/[-.]/)
  // A release comes after all that lead to it.
  if (parts.length === 3) parts.push('~')
  return parts.map((part) => (/^\d+$/.test(part) ? part.padStart(8, ' ') : part)).join('-')
}
