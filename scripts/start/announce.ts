export interface Announcement {
  readonly url: string
  readonly setupUrl: string | null
  readonly apps: readonly { readonly name: string; readonly url: string }[]
  readonly seconds: number
}

/** What a person wants to know when the platform is up. */
export function announce({ url, setupUrl, apps, seconds }: Announcement): void {
  const rows: (readonly [string, string])[] = [
    ['Portal', `${url}/`],
    ['Console', `${url}/console`],
    ...apps.map((app) => ['Mini-program', `${app.url}  ${app.name}`] as const),
  ]
  if (setupUrl !== null) rows.push(['Owner set-up', `${setupUrl}  (works once)`])
  const lines = rows.map(([label, value]) => `  ${label.padEnd(14)}${value}`)
  console.log(`\nbanyan: ready in ${seconds.toFixed(1)} s\n\n${lines.join('\n')}\n\n  Ctrl-C stops it.\n`)
}
