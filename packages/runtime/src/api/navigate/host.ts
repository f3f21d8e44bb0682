/** Other mini-programs of the same platform, and this one's own end. */
import type { HostCall, HostContext, HostMethods } from '../../host/context.ts'
import { HostFailure } from '../../host/host-failure.ts'
import { fillText, openTextsOf } from '../../host/later/open-texts.ts'
import { consentButton, openSheet, sheetActions, sheetButton, sheetTitle } from '../../host/later/sheet.ts'
import { readText } from '../../host/params.ts'
import { forgetOpener, leaveReferrer, openerOf } from '../../host/referrer.ts'
import { formatPlace, parseRawQuery } from '../../host/urls.ts'

export const navigateHost: HostMethods = {
  exitMiniProgram: (_call, host) => host.leave(),
  restartMiniProgram: ({ params }, host) => host.restart(readText(params, 'path')),
  navigateToMiniProgram: openApp,
  openEmbeddedMiniProgram: openApp,
  navigateBackMiniProgram({ params }, host) {
    const opener = openerOf(host.boot.appId)
    if (opener === undefined) throw new HostFailure('fail no referrer mini program')
    leaveReferrer('returned', opener.appId, { appId: host.boot.appId, extraData: params.extraData })
    forgetOpener(host.boot.appId)
    location.assign(opener.url)
  },
}

const appIdForm = /^[\w-]{1,64}$/
const answerMs = 10_000

async function openApp({ params }: HostCall, host: HostContext): Promise<void> {
  const target = readTarget(params)
  if (!appIdForm.test(target.appId)) throw new HostFailure('fail invalid appid')
  const base = host.boot.basePath.replace(`/${host.boot.appId}/`, `/${target.appId}/`)
  const name = await nameOf(base)
  if (name === undefined) throw new HostFailure('fail invalid appid')
  if (!(await askUser(host, name))) throw new HostFailure('fail cancel')
  leaveReferrer('opened', target.appId, { appId: host.boot.appId, extraData: params.extraData })
  // After the app has heard of its success.
  setTimeout(() => location.assign(`${location.origin}${addressOf(base, target.path)}`))
}

/** `#小程序://name/path` has no meaning here; a short link of this platform is `appId/path`. */
function readTarget(params: Readonly<Record<string, unknown>>): { appId: string; path: string } {
  const appId = readText(params, 'appId')
  if (appId !== '') return { appId, path: readText(params, 'path') }
  const [first = '', ...rest] = readText(params, 'shortLink').split('/')
  return { appId: first, path: rest.join('/') }
}

function addressOf(base: string, path: string): string {
  const at = path.indexOf('?')
  const route = (at < 0 ? path : path.slice(0, at)).replace(/^\/+/, '')
  return formatPlace(base, { route, query: at < 0 ? {} : parseRawQuery(path.slice(at + 1)) })
}

/** The name in the title of its page; undefined when there is no such app. */
async function nameOf(base: string): Promise<string | undefined> {
  try {
    const abort = new AbortController()
    const timer = setTimeout(() => abort.abort(), answerMs)
    const answer = await fetch(base, { signal: abort.signal }).finally(() => clearTimeout(timer))
    if (!answer.ok) return undefined
    return new DOMParser().parseFromString(await answer.text(), 'text/html').title
  } catch {
    return undefined
  }
}

function askUser(host: HostContext, name: string): Promise<boolean> {
  const texts = openTextsOf(host.texts)
  return openSheet<boolean>(host.root, {
    label: fillText(texts.openApp, { name }),
    dismissed: false,
    content: (finish) => [
      sheetTitle(fillText(texts.openApp, { name })),
      sheetActions(
        sheetButton(texts.cancel, '', () => finish(false)),
        consentButton(texts.allow, () => finish(true)),
      ),
    ],
  })
}
