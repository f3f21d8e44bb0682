import { randomBytes } from 'node:crypto'
import { fillHostPage, fillPolicy } from '@banyan/contract/boot'
import type { BootData, RuntimeBuild } from '@banyan/contract/boot'

export interface Page {
  html: string
  policy: string
}

export interface PageAddresses {
  hostUrl: string
  /** The script that shows compile errors and reloads. */
  overlayUrl: string
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
      head: overlayElement(addresses.overlayUrl, nonce),
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

/** The address is made by this server from a URL-safe base path and a number. */
function overlayElement(url: string, nonce: string): string {
  return `<script type="module" nonce="${nonce}" src="${url}"></script>`
}

function makeNonce(): string {
  return randomBytes(16).toString('base64url')
}
