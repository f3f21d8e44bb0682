/** One running app: puts frames, worker, navigation and chrome together. */
import type { ViewToHost } from '../bridge/frame-messages.ts'
import type { AppFault, FromWorker, LaunchOptions } from '../bridge/host-messages.ts'
import { watchHost } from '../devtools/host/hook.ts'
import type { BootData } from '@banyan/contract/boot'
import { openAppStorage } from './app-storage.ts'
import { createAsks } from './asks.ts'
import type { HostContext } from './context.ts'
import { systemSnapshot, themeOf, windowInfo } from './environment.ts'
import { openBuildFiles } from './files.ts'
import { openLogicFrame } from './frames.ts'
import { functionsOfEmbedder } from './embedder.ts'
import { createHostCalls } from './host-calls.ts'
import { loadLaterParts } from './later-parts.ts'
import { createLocalFiles } from './local-files.ts'
import { metricsOf } from './metrics.ts'
import { createNavigation } from './navigation.ts'
import { createNetwork } from './network.ts'
import { topPage } from './page-stack.ts'
import type { PageView } from './page-view.ts'
import { Pages } from './pages.ts'
import { openPermissionBook } from './permissions.ts'
import { reportAppFault, reportConsole, reportFault } from './reports.ts'
import { launchSource, leaveApp } from './referrer.ts'
import { createResources } from './resources.ts'
import { createSubPackages } from './sub-packages.ts'
import { createCapsule } from './ui/capsule.ts'
import { showNotice } from './ui/notice.ts'
import { createTabBar } from './ui/tab-bar.ts'
import { themedTabBar } from './ui/themed-tab-bar.ts'
import type { Texts } from './ui/texts.ts'
import { createToaster } from './ui/toast.ts'
import { openWorkerLink } from './worker-link.ts'
import { createWorkerQuestions } from './worker-questions.ts'

export interface AppOptions {
  boot: BootData
  root: HTMLElement
  texts: Texts
  /** The first page has painted. */
  onFirstPaint: () => void
  /** The app cannot run any further. */
  onFailure: (reason: string) => void
}

export async function runApp(options: AppOptions): Promise<void> {
  const { boot, root, texts } = options
  const files = openBuildFiles(boot)
  const storage = openAppStorage(boot.appId)
  const storedEntries = storage.readAll()
  const logicFrame = openLogicFrame(() => files.logicSource(), options.onFailure)
  const embedder = functionsOfEmbedder(boot.appId)
  // Both are awaited later; a failure before that must not be reported as unhandled.
  for (const early of [storedEntries, logicFrame]) early.catch(() => undefined)
  const [config, viewSource] = await Promise.all([files.config(), files.viewSource()])

  document.documentElement.dataset.theme = themeOf(config)
  const isTab = (route: string) => config.tabBar?.list.some((item) => item.pagePath === route) ?? false
  const local = createLocalFiles({
    store: async () => (await loadLaterParts()).openFileStore(boot.appId),
    onChange: (change) => link.send({ type: 'hostEvent', name: 'localFile', value: change }),
  })
  const network = createNetwork(boot.gatewayUrl)
  const resources = createResources(files, local, network)
  const permissions = openPermissionBook(boot.appId, askPermission, (all) =>
    link.send({ type: 'hostEvent', name: 'permissionsChange', value: all }),
  )
  const pages = new Pages({
    root,
    boot,
    config,
    viewSource,
    texts,
    isTab,
    events: {
      onLeading: (leading) => {
        if (leading === 'back') void goBack()
        else goHome()
      },
      onMessage: (message, page) => fromView(message, page),
    },
  })
  pages.prepareSpare()
  const tabBar =
    config.tabBar === undefined
      ? undefined
      : createTabBar(root, themedTabBar(config, config.tabBar), {
          texts,
          loadIcon: async (path) => (await resources.addressOf(path)) ?? '',
          onTap: (index) => navigation.tapTab(index),
        })
  const capsule = createCapsule(root, texts, {
    onMenu: () => void loadLaterParts().then((later) => later.openMenu(host)),
    onClose: () => host.leave(),
  })

  const { port, remove } = await logicFrame
  let hang: AbortController | undefined
  const link = openWorkerLink(port, {
    onMessage: (message) => fromWorker(message),
    onHang: (isHanging) => {
      if (!isHanging) hang?.abort()
      else if (hang === undefined) void askAboutHang()
    },
  })

  let logicLater: Promise<void> | undefined
  const usesFiles = files.needsLogicLater && (boot.manifest.areas?.includes('file') ?? true)
  const packages = createSubPackages(config, files, {
    async script(message) {
      if (files.needsLogicLater || (await embedder).length > 0) await sendLogicLater()
      if (message.type === 'package' && usesFiles) await sendLocalFiles(message.source)
      link.send(message)
    },
    styles: (styles) => pages.addStyles(styles),
  })
  const navigation = createNavigation({
    basePath: boot.basePath,
    config,
    packages,
    isTab,
    show(change, before) {
      const workerPort = pages.apply(change, before)
      const top = topPage(change.state)
      if (top !== undefined) tabBar?.select(tabBar.indexOf(top.place.route))
      follow()
      return workerPort
    },
    send: (message, transfer) => link.send(message, transfer),
    closesOverlay: (id) => pages.get(id)?.closeOverlay() === true,
    leaving: (ids) => {
      const waits = ids.flatMap((id) => pages.get(id)?.leaving ?? [])
      return waits.length === 0 ? undefined : Promise.all(waits.map((wait) => wait()))
    },
  })

  const host: HostContext = {
    boot,
    config,
    texts,
    root,
    toaster: createToaster(root),
    storage,
    files: local,
    network,
    permissions,
    questions: createWorkerQuestions((name, value) => link.send({ type: 'hostEvent', name, value })),
    tabBar,
    pageOf: (id) => pages.get(id) ?? currentPage(),
    pictureUrl: (path) => resources.addressOf(path),
    loadResource: (path) => resources.load(path),
    assets: () => files.assets(),
    addFont: (font, pageId) => pages.addFont(font, pageId),
    emit: (name, value) => link.send({ type: 'hostEvent', name, value }),
    later: loadLaterParts,
    updateMetrics,
    leave: () => leaveApp(topPage(navigation.state)?.depth ?? 0),
    restart: (path = '') => {
      remove()
      location.assign(`${boot.basePath}${path.replace(/^\/+/, '')}`)
    },
  }
  const calls = createHostCalls(host, (message) => link.send(message))
  const answerAsk = createAsks(host, navigation)
  watchHost({ host, link, calls, pages, navigation })

  const { launchEntry } = navigation
  const launch: LaunchOptions = {
    path: launchEntry.place.route,
    query: launchEntry.place.query,
    ...(await launchSource(boot)),
    apiCategory: 'default',
  }
  link.send({
    type: 'start',
    config,
    launch,
    system: systemSnapshot(boot, config, {
      metrics: metricsOf(root, pages.windowOf(launch.path), isTab(launch.path) ? tabBar : undefined),
      permissions: permissions.all,
    }),
    storage: await storedEntries,
    mirrorsConsole: boot.developmentEventsUrl !== undefined,
    embedderFunctions: await embedder,
  })
  await navigation.launch()
  watchSurroundings()

  /** What it brings is used soon; without it those functions would wait for ever, so a failure is told and tried again when they are called. */
  function sendLogicLater(): Promise<void> {
    logicLater ??= files.logicLaterSource().then(
      (source) => link.send({ type: 'later', source }),
      (error: unknown) => {
        logicLater = undefined
        reportFault(String(error))
      },
    )
    return logicLater
  }

  /** Synchronous functions of files answer from what the worker has: it must come before the package's first line runs. */
  async function sendLocalFiles(script: Blob): Promise<void> {
    try {
      host.emit('localFiles', await (await loadLaterParts()).collectFiles(host, script))
    } catch (error) {
      // Asynchronous functions ask again; the app runs without the others.
      reportFault(String(error))
    }
  }

  function currentPage(): PageView | undefined {
    const top = topPage(navigation.state)
    return top === undefined ? undefined : pages.get(top.id)
  }

  /** By the arrow in the bar; `wx.enableAlertBeforeUnload` may ask first. */
  async function goBack(): Promise<void> {
    const warning = currentPage()?.leaveWarning
    if (warning !== undefined && !(await (await loadLaterParts()).confirmLeave(host, warning))) return
    navigation.go('navigateBack', { delta: 1 })
  }

  function goHome(): void {
    const place = { route: config.entryPagePath, query: {} }
    navigation.go(isTab(place.route) ? 'switchTab' : 'reLaunch', { place })
  }

  /** What hangs on the page on top: capsule colour, document title, focus, metrics. */
  function follow(): void {
    const page = currentPage()
    if (page === undefined) return
    capsule.setTextColor(page.bar.textColor)
    document.title = page.bar.title === '' ? boot.name : page.bar.title
    if (navigation.state.stack.length > 1) page.bar.focusTitle()
    updateMetrics()
  }

  function updateMetrics(): void {
    const page = currentPage()
    if (page === undefined) return
    const isTabPage = isTab(page.route)
    const metrics = metricsOf(root, pages.windowOf(page.route), isTabPage ? tabBar : undefined)
    link.send({ type: 'hostEvent', name: 'metrics', value: windowInfo(metrics) })
    capsule.setTextColor(page.bar.textColor)
    document.title = page.bar.title === '' ? boot.name : page.bar.title
  }

  function fromView(message: ViewToHost, page: PageView): void {
    switch (message.type) {
      case 'painted':
        firstPaint(page)
        return
      case 'resource':
        void resources.load(message.url).then((body) => {
          page.send({ type: 'resource', id: message.id, body: body ?? null })
        })
        return
      case 'ask':
        answerAsk(message, page)
        return
      case 'edgeBack':
        if (navigation.state.stack.length > 1) navigation.go('navigateBack', { delta: 1 })
        return
      case 'parts':
        loadLaterParts().then(
          ({ viewParts }) => page.send({ type: 'parts', source: viewParts }),
          () => page.send({ type: 'parts', source: null }),
        )
        return
      case 'fault':
        reportFault(`view: ${message.message}`)
        return
      case 'prepared':
      case 'interacted':
        return
    }
  }

  function firstPaint(page: PageView): void {
    if (page.isPainted || page.id === 0) return
    page.isPainted = true
    options.onFirstPaint()
    // The next page's frame is prepared when this one has nothing urgent left to do.
    if ('requestIdleCallback' in window) requestIdleCallback(prepareNext, { timeout: 500 })
    else setTimeout(prepareNext, 50)
  }

  function prepareNext(): void {
    pages.prepareSpare()
    void sendLogicLater()
    // A failure shows when something of it is really needed.
    loadLaterParts().then(
      (later) => {
        pages.addViewParts(later.viewParts)
        later.afterFirstPaint(host)
      },
      () => undefined,
    )
  }

  function fromWorker(message: FromWorker): void {
    switch (message.type) {
      case 'call':
        calls.handle(message)
        return
      case 'callSignal':
        calls.signal(message)
        return
      case 'route':
        navigation.handle(message)
        return
      case 'loadPackage':
        packages.load(message.root).catch((error: unknown) => {
          const errMsg = error instanceof Error ? error.message : 'cannot be loaded'
          link.send({ type: 'packageFailed', root: message.root, errMsg })
        })
        return
      case 'pageReady': {
        const page = pages.get(message.pageId)
        if (page === undefined) return
        firstPaint(page)
        packages.preload(page.route)
        return
      }
      case 'appFault':
        if (message.kind === 'pageNotFound') showPageNotFound()
        if (message.kind === 'pageFailed') showPageFailed(message)
        else reportAppFault(message)
        return
      case 'console':
        reportConsole(message.level, message.args)
        return
      case 'loadLater':
        void sendLogicLater()
        return
      case 'ready':
      case 'pong':
        return
    }
  }

  function showPageNotFound(): void {
    options.onFirstPaint()
    const page = currentPage()
    if (page === undefined) return
    showNotice(page.section, {
      title: texts.notFoundTitle,
      text: texts.notFoundText,
      action: texts.home,
      onAction: goHome,
    })
  }

  /** What failed has been reported before; the page gets words instead of nothing. */
  function showPageFailed({ pageId = 0, message }: AppFault): void {
    options.onFirstPaint()
    const page = pages.get(pageId)
    if (page === undefined) return
    const reference = `${texts.reference} ${boot.appId} · ${boot.release.version} · ${page.route} · ${message.slice(0, 200)}`
    showNotice(page.section, {
      title: texts.pageFailedTitle,
      text: texts.pageFailedText,
      reference,
      action: texts.reload,
      onAction: () => location.reload(),
    })
  }

  async function askAboutHang(): Promise<void> {
    const later = await loadLaterParts()
    hang = new AbortController()
    if (await later.askAboutHang(root, texts, hang.signal)) host.restart()
    hang = undefined
  }

  async function askPermission(scope: string): Promise<boolean> {
    const later = await loadLaterParts()
    return later.askPermission(host, scope)
  }

  function watchSurroundings(): void {
    document.addEventListener('visibilitychange', () => {
      const isHidden = document.visibilityState === 'hidden'
      link.send(
        isHidden
          ? { type: 'appHide' }
          : { type: 'appShow', options: { ...launch, path: currentPage()?.route ?? launch.path } },
      )
    })
    addEventListener('resize', () => updateMetrics())
    matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => {
      if (!config.darkmode) return
      document.documentElement.dataset.theme = themeOf(config)
      pages.refreshEnvironment()
      if (config.tabBar !== undefined) tabBar?.setStyle(themedTabBar(config, config.tabBar))
      updateMetrics()
      host.emit('themeChange', { theme: themeOf(config) })
    })
  }
}
