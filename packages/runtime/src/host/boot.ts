/** Reads what the server put into the page. */
import { type BootData, bootElementId } from '@banyan/contract/boot'

export function readBoot(): BootData {
  const text = document.getElementById(bootElementId)?.textContent ?? ''
  return parseBoot(text)
}

/** The server of the page wrote it, so it is trusted: this only gives the text its type. */
function parseBoot(text: string): BootData {
  return JSON.parse(text)
}
