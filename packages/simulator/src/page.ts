import { randomBytes } from 'node:crypto'
import { fillHostPage, fillPolicy } from '@banyan/contract/boot'
import type { BootData, RuntimeBuild } from '@banyan/contract/boot'

export interface Page {
  html: string
  policy: string
}

interface PageAddresses {
  hostUrl: string
  /** The script that shows compile errors and reloads. */
  overlayUrl: string
  /** Source of the script that runs before all others; only where the simulator is on. */
  prelude?: string
  /** The page that is asked for, `''` for the entry page. */
  route: string
}

export function renderPage(runtime: RuntimeBuild, boot: BootData, addresses: PageAddresses): Page {
  const nonce = makeNonce()
  return {
    html: fillHostPage(runtime, {
      boot,
      nonce,
      hostUrl: addresses.hostUrl,
      route: addresses.route,
      head: `${preludeElement(addresses.prelude, nonce)}${overlayElement(addresses.overlayUrl, nonce)}`,
    }),
    policy: fillPolicy(runtime.policy, { ...boot, nonce }),
  }
}

/** Stands in for the app while there is nothing that could run; the overlay says why, and reloads when there is. */
export function renderWaitingPage(overlayUrl: string): Page {
  const nonce = makeNonce()
  return {
    html: `<!doctype html><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Banyan</title>${overlayElement(overlayUrl, nonce)}`,
    policy: `default-src 'none'; script-src 'nonce-${nonce}'; connect-src 'self'; base-uri 'none'; form-action 'none'`,
  }
}

/** A script of this package: nothing in it ends the element. */
function preludeElement(source: string | undefined, nonce: string): string {
  return source === undefined ? '' : `<script nonce="${nonce}">${source}</script>`
}

export function renderSimulator(addresses: { panelUrl: string; stylesUrl: string; locale: 'zh_CN' | 'en' }): Page {
  const nonce = makeNonce()
  const lang = addresses.locale === 'en' ? 'en' : 'zh-CN'
  return {
    html: `<!doctype html><html lang="${lang}"><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><meta name="color-scheme" content="light dark"><title>Banyan</title><link rel="stylesheet" href="${addresses.stylesUrl}"><body><script type="module" nonce="${nonce}" src="${addresses.panelUrl}"></script></body></html>`,
    policy: `default-src 'none'; script-src 'nonce-${nonce}'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self'; frame-src 'self'; base-uri 'none'; form-action 'none'`,
  }
}

/** The address is made by this server from a URL-safe base path and a number. */
function overlayElement(url: string, nonce: string): string {
  return `<script type="module" nonce="${nonce}" src="${url}"></script>`
}

function makeNonce(): string {
  return randomBytes(16).toString('base64url')
}
