/** Entry of the host page: starts the app that the page's boot data names, or says why it cannot. */
import './polyfills.ts'
import { readBoot } from './boot.ts'
import { LoadError } from './files.ts'
import { runApp } from './running-app.ts'
import { element } from './ui/dom.ts'
import { showLaunchScreen } from './ui/launch-screen.ts'
import { showNotice } from './ui/notice.ts'
import { textsOf } from './ui/texts.ts'

start()

function start(): void {
  const boot = readBoot()
  const texts = textsOf(boot.locale)
  whenParsed(() => {
    const root = document.querySelector<HTMLElement>('.app') ?? element('div', { class: 'app' })
    if (!root.isConnected) document.body.append(root)
    const screen = showLaunchScreen(root, texts, boot)
    let isStarted = false
    const fail = (error: unknown) => {
      if (isStarted) return
      isStarted = true
      screen.finish()
      const text =
        error instanceof LoadError
          ? error.reason === 'network'
            ? texts.startFailedNetwork
            : texts.startFailedDamaged
          : texts.startFailedScript
      const message = error instanceof Error ? error.message : String(error)
      dispatchEvent(new CustomEvent('banyan:fault', { detail: message }))
      showNotice(root, {
        title: texts.startFailed,
        text,
        reference: `${texts.reference} ${boot.appId} · ${boot.release.version} · ${message.slice(0, 200)}`,
        action: texts.retry,
        onAction: () => location.reload(),
      })
    }
    runApp({
      boot,
      root,
      texts,
      onFirstPaint() {
        if (isStarted) return
        isStarted = true
        screen.finish()
      },
      onFailure: fail,
    }).catch(fail)
  })
}

/** The script is asynchronous, so it may run before the parser has seen the first screen. */
function whenParsed(work: () => void): void {
  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', work, { once: true })
  else work()
}
