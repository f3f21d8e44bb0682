/** Reads what the server put into the page. */
import { type BootData, bootElementId } from '@banyan/contract/boot'

export interface BootPage {
  boot: BootData
  /** The page's script nonce, which its frames need as well. */
  nonce: string
}

export function readBootPage(): BootPage {
  const text = document.getElementById(bootElementId)?.textContent ?? ''
  const nonce = document.getElementById('banyan-host')?.nonce ?? ''
  return { boot: parseBoot(text), nonce }
}

/** The server of the page wrote it, so it is trusted: this only gives the text its type. */
function parseBoot(text: string): BootData {
  return JSON.parse(text)
}
