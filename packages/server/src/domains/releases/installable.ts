/** What browsers ask for beside pages: the service worker, the manifests and icons of installed apps, the keys that sign releases. */
import { contentOriginName, offlineScriptPath, type RunningState } from '@banyan/contract/offline'
import { signingKeysPath } from '@banyan/contract/signed-release'
import { lightColors } from '@banyan/contract/tokens'
import { html } from 'hono/html'
import type { Apps, PublicApp } from '#domains/apps'
import { createRouter } from '#infra/http/http-app.ts'
import type { HttpApp, HttpContext, PageBrand } from '#infra/http/http-env.ts'
import type { RuntimeFiles } from '#infra/runtime-build.ts'
import type { Signer } from '#infra/signing/signing.ts'

export interface InstallablePorts {
  apps: Apps
  runtime: RuntimeFiles
  contentOrigin?: string | undefined
  signer: Signer
  showShell: (c: HttpContext, appId: string) => Promise<Response>
  /** Of a version that somebody runs. */
  runningState: (appId: string, release: { version: string; sequence: number }) => Promise<RunningState>
}

const manifestType = 'application/manifest+json'
const shortMs = 'public, max-age=3600'

export function installableRoutes({
  apps,
  runtime,
  contentOrigin = '',
  signer,
  showShell,
  runningState,
}: InstallablePorts): HttpApp {
  const routes = createRouter()

  routes.get(offlineScriptPath, async (c) => {
    const script = (await runtime.current())?.parts['service-worker']
    const file = script === undefined ? undefined : await runtime.read(script)
    if (file === undefined) return c.notFound()
    const where = Buffer.from(`self.${contentOriginName}=${JSON.stringify(contentOrigin)};\n`)
    return c.body(new Uint8Array(Buffer.concat([where, file.bytes])), 200, {
      'Content-Type': 'text/javascript; charset=utf-8',
      'Cache-Control': 'no-cache',
      'Service-Worker-Allowed': '/',
      'Content-Security-Policy': `default-src 'none'; connect-src 'self' ${contentOrigin}`,
    })
  })

  // Pages of other sites load `<banyan-app>` from here, as a module; the address stays.
  routes.get('/-/embed.js', async (c) => {
    const script = (await runtime.current())?.parts['embed']
    const file = script === undefined ? undefined : await runtime.read(script)
    if (file === undefined) return c.notFound()
    return c.body(new Uint8Array(file.bytes), 200, {
      'Content-Type': 'text/javascript; charset=utf-8',
      'Cache-Control': 'public, max-age=3600',
      'Access-Control-Allow-Origin': '*',
      'Cross-Origin-Resource-Policy': 'cross-origin',
    })
  })

  routes.get('/-/app/:appId/shell', (c) => showShell(c, c.req.param('appId')))

  // Open pages ask now and then, so that a take-down reaches them as well.
  routes.get('/-/app/:appId/state', async (c) => {
    const sequence = Number(c.req.query('sequence') ?? NaN)
    // Who does not say what it runs is not sent away.
    const release = { version: c.req.query('version') ?? '', sequence: Number.isNaN(sequence) ? Infinity : sequence }
    return c.json(await runningState(c.req.param('appId'), release))
  })

  routes.get('/-/app/:appId/manifest.webmanifest', async (c) => {
    const app = await apps.findPublic(c.req.param('appId'))
    if (app?.currentVersion == null) return c.notFound()
    return c.body(JSON.stringify(describeApp(app)), 200, { 'Content-Type': manifestType, 'Cache-Control': shortMs })
  })

  routes.get('/-/app/:appId/icon.svg', async (c) => {
    const app = await apps.findPublic(c.req.param('appId'))
    if (app?.currentVersion == null) return c.notFound()
    return c.body(String(await drawIcon(app.name)), 200, {
      'Content-Type': 'image/svg+xml',
      'Cache-Control': shortMs,
      'Content-Security-Policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
    })
  })

  routes.get('/manifest.webmanifest', (c) =>
    c.body(JSON.stringify(describePortal(c.get('brand'))), 200, {
      'Content-Type': manifestType,
      'Cache-Control': shortMs,
      Vary: 'Accept-Language',
    }),
  )

  routes.get(signingKeysPath, async (c) => c.json({ keys: await signer.keys() }))
  return routes
}

function describeApp(app: PublicApp) {
  const home = `/a/${app.id}/`
  return {
    id: home,
    name: app.name,
    short_name: app.name,
    description: app.description,
    start_url: home,
    scope: home,
    display: 'standalone',
    background_color: lightColors.ground,
    theme_color: lightColors.surface,
    icons: [
      { src: `/-/app/${app.id}/icon.svg`, sizes: 'any', type: 'image/svg+xml', purpose: 'any' },
      ...(app.iconPath === null ? [] : [{ src: app.iconPath, sizes: '192x192', purpose: 'any' }]),
    ],
  }
}

function describePortal({ name, colors: { light } }: PageBrand) {
  return {
    id: '/',
    name,
    short_name: name,
    start_url: '/',
    scope: '/',
    display: 'standalone',
    background_color: light.ground,
    theme_color: light.primary,
    icons: [{ src: '/favicon.svg', sizes: 'any', purpose: 'any' }],
  }
}

/** The first letter of the name, for apps without a picture. */
function drawIcon(name: string) {
  const letter = Array.from(name)[0] ?? ''
  return html`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 192 192">
    <rect width="192" height="192" rx="40" fill="${lightColors.primary}" />
    <text x="96" y="128" font-family="sans-serif" font-size="96" font-weight="600" text-anchor="middle" fill="#fff">
      ${letter}
    </text>
  </svg>`
}
