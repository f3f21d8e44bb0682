/**
 * Runs in the host page of the development server, beside the app. Shows compile errors above the page and reloads it when a build
 * changed something; the route survives because it lives in the address and in `history.state`.
 */
import type { Diagnostic } from '@banyan/contract/diagnostics'

interface BuildNotice {
  /** Names the build; a page of another build is out of date. */
  build: string
  diagnostics: readonly Diagnostic[]
  /** The build before this one. */
  from?: string
}

const texts = navigator.language.startsWith('zh')
  ? {
      title: (count: number) => `${count} 处编译错误`,
      faults: (count: number) => `${count} 个运行错误`,
      close: '关闭',
      open: '在编辑器中打开',
      note: '其余页面照常运行，保存文件后自动刷新',
    }
  : {
      title: (count: number) => `${count} compile ${count === 1 ? 'error' : 'errors'}`,
      faults: (count: number) => `${count} runtime ${count === 1 ? 'error' : 'errors'}`,
      close: 'Close',
      open: 'Open in the editor',
      note: 'The rest of the app still runs. Saving a file reloads this page.',
    }

const styles = `
  :host { all: initial; position: fixed; inset: auto 0 0 0; z-index: 2147483647; font: 14px/1.5 -apple-system, "PingFang SC", "Noto Sans CJK SC", "Microsoft YaHei", "Segoe UI", Roboto, sans-serif; }
  section { max-height: 60vh; overflow: auto; box-sizing: border-box; padding: 12px 16px 16px; color: #e7efeb; background: #17201c; border-top: 3px solid #f2a33a; box-shadow: 0 -8px 32px rgb(0 0 0 / 24%); }
  header { position: sticky; top: -12px; display: flex; align-items: center; gap: 12px; padding: 4px 0 8px; background: #17201c; }
  h1 { flex: 1; margin: 0; font-size: 16px; color: #f2a33a; }
  button { min-width: 44px; min-height: 36px; padding: 0 12px; border: 1px solid #51605a; border-radius: 8px; color: inherit; background: transparent; font: inherit; }
  p { margin: 0; color: #9fb0a9; }
  article { margin-top: 12px; padding: 12px; border-radius: 8px; background: #0f1613; }
  h2 { margin: 0 0 4px; font-size: 14px; }
  .place { min-height: 24px; padding: 0; border: 0; text-decoration: underline; text-underline-offset: 3px; cursor: pointer; font-weight: 600; }
  pre { margin: 8px 0 0; overflow-x: auto; font: 12px/1.5 ui-monospace, SFMono-Regular, Menlo, Consolas, monospace; color: #cfdcd6; }
`

const eventsUrl = new URL('events', import.meta.url)
let loadedBuild = new URL(import.meta.url).searchParams.get('build')
let dismissed = ''
let host: HTMLElement | undefined
let compileErrors: readonly Diagnostic[] = []
let faults: readonly string[] = []
const shownFaults = 5

// The app runs in a worker of a sandboxed frame; its uncaught errors come here so that one console shows them all.
addEventListener('banyan:fault', (event) => {
  if (!(event instanceof CustomEvent)) return
  const text = String(event.detail)
  console.error(`mini-program: ${text}`)
  // The same fault again and again, from a timer, is one.
  if (!faults.includes(text)) faults = [...faults, text]
  show()
})

const stream = new EventSource(eventsUrl)
stream.addEventListener('build', (event: MessageEvent<string>) => {
  const notice: BuildNotice = JSON.parse(event.data)
  if (notice.build !== loadedBuild) {
    // The simulator's agent can take a build in without a reload, or reloads so that pages and data stay.
    const event = new CustomEvent('banyan:build', { cancelable: true, detail: notice })
    if (notice.from !== loadedBuild || dispatchEvent(event)) {
      location.reload()
      return
    }
    loadedBuild = notice.build
    faults = []
  }
  compileErrors = notice.diagnostics.filter((each) => each.severity === 'error')
  show()
})

function show(): void {
  host?.remove()
  host = undefined
  const key = JSON.stringify([compileErrors, faults])
  if ((compileErrors.length === 0 && faults.length === 0) || key === dismissed) return
  host = document.createElement('banyan-overlay')
  const root = host.attachShadow({ mode: 'open' })
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(styles)
  root.adoptedStyleSheets = [sheet]
  const section = make('section')
  section.setAttribute('role', 'alert')
  const header = make('header')
  const close = make('button', texts.close)
  close.addEventListener('click', () => {
    dismissed = key
    host?.remove()
  })
  const titles = [
    ...(compileErrors.length === 0 ? [] : [texts.title(compileErrors.length)]),
    ...(faults.length === 0 ? [] : [texts.faults(faults.length)]),
  ]
  header.append(make('h1', titles.join(' · ')), close)
  section.append(
    header,
    make('p', texts.note),
    ...compileErrors.map(showError),
    ...faults.slice(0, shownFaults).map(showFault),
  )
  root.append(section)
  document.documentElement.append(host)
}

function showError(error: Diagnostic): HTMLElement {
  const article = make('article')
  const place = [error.file, error.line, error.column].filter((part) => part !== undefined).join(':')
  article.append(placeButton(place), make('div', `${error.message} (${error.code})`))
  if (error.frame !== undefined) article.append(make('pre', error.frame))
  if (error.hint !== undefined) article.append(make('p', error.hint))
  return article
}

/** The first place that is a file of the app, then the error with its way there. */
function showFault(text: string): HTMLElement {
  const article = make('article')
  const place = /(?:^|[\s(@])((?!https?:|blob:|file:)[\w@./-]+\.(?:js|ts):\d+:\d+)/m.exec(text)?.[1]
  const [message = '', ...way] = text.split('\n')
  if (place !== undefined) article.append(placeButton(place))
  article.append(make('div', message))
  const own = way.filter((line) => !/(?:https?|blob|file):/.test(line))
  if (own.length > 0) article.append(make('pre', own.join('\n')))
  return article
}

/** Opens the file in the developer's editor. */
function placeButton(place: string): HTMLElement {
  const heading = make('h2')
  const button = make('button', place)
  button.className = 'place'
  button.title = texts.open
  const [, file = place, line = '1', column = '1'] = /^(.*?)(?::(\d+))?(?::(\d+))?$/.exec(place) ?? []
  button.addEventListener('click', () => {
    void fetch(new URL(`open-editor?${new URLSearchParams({ file, line, column }).toString()}`, eventsUrl), {
      method: 'POST',
    })
  })
  heading.append(button)
  return heading
}

function make(tag: string, text?: string): HTMLElement {
  const element = document.createElement(tag)
  if (text !== undefined) element.textContent = text
  return element
}
