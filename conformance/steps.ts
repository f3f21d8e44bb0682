/**
 * The vocabulary of steps. A step is a plain object whose first key says what it is. Actions are carried out once; expectations are looked at
 * again and again until they hold or their time is up.
 *
 * A selector is WXML's: `#id`, `.class`, a tag (`scroll-view`), descendants (`#list .item`), `a > b`, `.item[2]` (the third match). It finds
 * nodes of the page on top, inside components too: there class names are those of the component's own template.
 */
export type Selector = string

/** In CSS pixels, from the top left corner of the element (of the page for `page`). Fractions of 1 with `%`: `'50%'`. */
export type Point = readonly [x: number | string, y: number | string]

export type Step = Action | Expectation

export type Action =
  | { readonly tap: Selector; readonly at?: Point }
  | { readonly doubleTap: Selector; readonly at?: Point }
  /** Held for 600 ms unless said otherwise; WeChat's long press comes after 350. */
  | { readonly longpress: Selector; readonly at?: Point; readonly ms?: number }
  /** Fingers, each along its own path, all in `ms` (default 120). `holdMs`: they rest at the end before they leave. */
  | {
      readonly touch: Selector
      readonly paths: readonly (readonly Point[])[]
      readonly ms?: number
      readonly holdMs?: number
      /** The fingers stay on the screen until a step `release`. */
      readonly stays?: true
    }
  | { readonly release: true }
  /** A quick stroke of one finger, with momentum. */
  | {
      readonly swipe: Selector
      readonly by: readonly [dx: number, dy: number]
      readonly from?: Point
      readonly ms?: number
    }
  /** A slow movement of one finger that rests before it leaves: no momentum. */
  | {
      readonly drag: Selector
      readonly by: readonly [dx: number, dy: number]
      readonly from?: Point
      readonly ms?: number
    }
  /** A click with a mouse; `rest` moves it there only. */
  | { readonly mouse: Selector; readonly rest?: true }
  /** A tap with the tip of a pen. */
  | { readonly pen: Selector; readonly at?: Point }
  /** The keyboard, into what has the focus; with `into` that is tapped first. */
  | { readonly type: string; readonly into?: Selector }
  /** `Enter`, `Backspace`, `Tab`, `ArrowLeft`, `Escape`, ... */
  | { readonly key: string; readonly times?: number }
  /** Brings a scroll-view, or the page, to an offset in px, as a scroll that the user has made. */
  | { readonly scroll: Selector; readonly top?: number; readonly left?: number }
  /** `history`: the browser's own; `bar`: the arrow in the navigation bar; `home`: the house there. */
  | { readonly back: 'history' | 'bar' | 'home' }
  /** A button of the host's own dialogs, sheets and menus, by its text or label. */
  | { readonly tapHost: string }
  | { readonly typeHost: string }
  | { readonly tapTab: number }
  | { readonly tapCapsule: 'menu' | 'close' }
  /** Answers the file chooser that this tap opens. */
  | { readonly chooseFiles: readonly ChosenFile[]; readonly tap?: Selector; readonly tapHost?: string }
  /** Another address of the same app: the case's folder, then `path?query`. */
  | { readonly open: string }
  | { readonly reload: true }
  /** The app goes to the background, or comes back. */
  | { readonly background: boolean }
  | { readonly resize: readonly [width: number, height: number] }
  | { readonly scheme: 'light' | 'dark' }
  | { readonly online: boolean }
  | { readonly clearLog: true }
  /** Only to show that something does not happen in the meantime. */
  | { readonly pause: number }

export interface ChosenFile {
  readonly name: string
  readonly type: string
  readonly base64: string
}

/** What a text must be: all of it, a part, or a regular expression. White space at its ends and in a row counts as one space. */
export type TextIs =
  | { readonly is: string }
  | { readonly has: string }
  | { readonly lacks: string }
  | { readonly matches: string }

export type NumberIs =
  | { readonly is: number; readonly tolerance?: number }
  | { readonly atLeast: number; readonly atMost?: number }
  | { readonly atMost: number }

type Patient = {
  /** Default 5000. */
  readonly withinMs?: number
}

export type Expectation = Patient &
  (
    | ({ readonly text: Selector } & TextIs)
    /** Texts of all matches, in the order of the document. */
    | { readonly texts: Selector; readonly are: readonly string[] }
    | ({ readonly count: Selector } & NumberIs)
    | { readonly exists: Selector }
    | { readonly missing: Selector }
    /** It has a size and is not hidden; it may be outside of the screen. */
    | { readonly visible: Selector }
    | { readonly hidden: Selector }
    /** Nothing of this page covers it, and it is on the screen. */
    | { readonly onTop: Selector; readonly at?: Point }
    /** An attribute of the node or of the form control in it (`role`, `aria-label`, `placeholder`, `inputmode`); null: there is none. */
    | { readonly attr: Selector; readonly name: string; readonly is: string | null }
    /** What a form control holds. */
    | { readonly value: Selector; readonly is: string }
    | { readonly checked: Selector; readonly is: boolean }
    | { readonly focused: Selector; readonly is?: boolean }
    /** Selection of a text field. */
    | { readonly selection: Selector; readonly is: readonly [start: number, end: number] }
    /** Computed style. Numbers compare lengths in px. Colours compare as colours, however they are written. */
    | ({ readonly style: Selector; readonly name: string; readonly pseudo?: '::before' | '::after' } & (
        | TextIs
        | NumberIs
      ))
    /** In px; positions relative to the frame of the page, or to `of`. */
    | {
        readonly rect: Selector
        readonly width?: number
        readonly height?: number
        readonly left?: number
        readonly top?: number
        readonly right?: number
        readonly bottom?: number
        readonly of?: Selector
        /** Default 1. */
        readonly tolerance?: number
      }
    | ({ readonly scrollTop: Selector } & NumberIs)
    | ({ readonly scrollLeft: Selector } & NumberIs)
    /** Colour of a canvas at a point of it, as `#rrggbb`; each channel may differ by 8. */
    | { readonly pixel: Selector; readonly at: Point; readonly is: string }
    /** A picture that has been loaded, or not. */
    | { readonly loaded: Selector; readonly is?: boolean }
    /** All lines that `log(...)` wrote since the start or since `clearLog`, in order. */
    | { readonly log: readonly string[] }
    /** Lines that were written, in this order, with others between them. */
    | { readonly logHas: readonly string[] }
    | { readonly logMatches: readonly string[] }
    /** None of the lines so far has this in it; say `pause` before. */
    | { readonly logLacks: string }
    /** A field of the last line that is JSON, by path: `detail.value`, `touches.0.pageX`. */
    | ({ readonly logged: string } & ({ readonly equals: unknown } | TextIs | NumberIs | { readonly type: string }))
    | ({ readonly title: true } & TextIs)
    | {
        readonly bar: {
          readonly background?: string
          readonly text?: 'black' | 'white'
          readonly loading?: boolean
          readonly leading?: 'none' | 'back' | 'home'
          readonly custom?: boolean
        }
      }
    /** Text of the toast or loading; null: none is shown. */
    | { readonly toast: string | null; readonly icon?: 'success' | 'error' | 'loading' | 'none' | 'image' }
    | {
        readonly modal: {
          readonly title?: string
          readonly content?: string
          readonly confirm?: string
          readonly cancel?: string | null
        } | null
      }
    | { readonly actionSheet: readonly string[] | null }
    | {
        readonly tab: number
        readonly text?: string
        readonly badge?: string | null
        readonly dot?: boolean
        readonly selected?: boolean
        readonly color?: string
      }
    | { readonly tabBar: boolean }
    /** Any text of the host page outside of the app's pages. */
    | ({ readonly host: true } & TextIs)
    /** The address inside the app, from the case's folder: `index?id=1`. */
    | { readonly path: string }
    /** An error of the app is reported whose text has this in it. Errors that no step expects fail the case. */
    | { readonly error: string }
    | { readonly console: string; readonly level?: 'log' | 'info' | 'warn' | 'error' }
  )
