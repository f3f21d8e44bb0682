import type { PublicApp } from '#domains/apps'

/** `shopping` of `shopping/mall`; undefined while the team has chosen none. */
export function mainCategoryOf({ category }: Pick<PublicApp, 'category'>): string | undefined {
  return category?.split('/')[0]
}

/** Names that begin with the words before names that hold them, and those before descriptions. */
export function findApps(apps: readonly PublicApp[], query: string): readonly PublicApp[] {
  const wanted = fold(query)
  if (wanted === '') return apps
  const ranks = apps.map((app) => ({ app, rank: rankOf(app, wanted) })).filter(({ rank }) => rank < 3)
  return ranks.toSorted((one, other) => one.rank - other.rank).map(({ app }) => app)
}

function rankOf({ name, description }: PublicApp, wanted: string): number {
  const folded = fold(name)
  if (folded.startsWith(wanted)) return 0
  if (folded.includes(wanted)) return 1
  return fold(description).includes(wanted) ? 2 : 3
}

/** Full-width letters and capitals are what people type by accident. */
function fold(text: string): string {
  return text.normalize('NFKC').toLowerCase().trim().replaceAll(/\s+/g, ' ')
}
