/** Between the host page and its frames. The first message of a frame carries the ports; everything after goes over them. */

/** host -> logic frame, by `postMessage` with `[hostPort]`: start the worker and hand it the port. */
export interface StartLogicFrame {
  type: 'banyan:logic'
  /** The worker's code. */
  source: Blob
}

/** host -> page frame, by `postMessage` with `[hostPort]`; may be long before the frame is used for a page. */
export interface PrepareViewFrame {
  type: 'banyan:view'
  /** Everything that affects the frame as a whole. */
  environment: ViewEnvironment
}

export interface ViewEnvironment {
  theme: 'light' | 'dark'
  locale: 'zh_CN' | 'en'
  /** Multiplier of text sizes, 1 to 2. */
  textScale: number
  reducedMotion: boolean
  /** app.json's `"style": "v2"`. */
  styleV2: boolean
  safeArea: { top: number; right: number; bottom: number; left: number }
}

/** A font that the app has loaded. */
export interface PageFont {
  family: string
  body: Blob
  desc: { style?: string; weight?: string }
}

export type HostToView =
  /** Makes the prepared frame a page; with `[workerPort]`. `styles` are in order of the cascade. */
  | {
      type: 'open'
      pageId: number
      route: string
      styles: readonly string[]
      window: {
        enablePullDownRefresh: boolean
        disableScroll: boolean
        backgroundColor: string
        backgroundTextStyle: string
      }
    }
  /** Style sheets that can be parsed before the page is known. */
  | { type: 'prepareStyles'; styles: readonly string[] }
  | { type: 'environment'; environment: ViewEnvironment }
  | { type: 'visibility'; visible: boolean }
  | { type: 'font'; font: PageFont }
  /** The bytes of a resource that the frame asked for; null when there is none. */
  | { type: 'resource'; id: number; body: Blob | null; error?: string }
  | { type: 'pullDownRefresh'; action: 'start' | 'stop' }
  /** The user goes back while this component has asked to be closed first (`holdBack`). */
  | { type: 'closeOverlay'; node: number }
  /** The parts of the view that most first pages do without; null when they cannot be loaded now. */
  | { type: 'parts'; source: Blob | null }

export type ViewToHost =
  | { type: 'prepared' }
  /** First content painted. */
  | { type: 'painted'; at: number }
  /** An image, font or media file: a path of the package, or an https address. */
  | { type: 'resource'; id: number; url: string }
  /** The finger went down in the frame: the host closes its menus. */
  | { type: 'interacted' }
  /** A built-in component asks for something of the host: navigator, preview, picker sheet, ... What goes on for a while comes with a port. */
  | { type: 'ask'; id: number; name: string; params: unknown; port?: MessagePort }
  | { type: 'fault'; message: string; stack?: string }
  | { type: 'edgeBack' }
  /** Something on the page needs the later parts of the view. */
  | { type: 'parts' }
