/** Taps and long presses out of touches, with WeChat's times: 350 ms, 10 px. */
import type { TapPoint } from './built-in.ts'
import type { EventSender } from './events.ts'
import { HoverTracker } from './hover.ts'
import type { Listeners } from './listeners.ts'
import { nodeAround, parentNodeOf } from './node-state.ts'
import { type TouchDetail, watchTouches, type TouchFrame } from './touch-points.ts'

const longPressMs = 350
const slopPx = 10
/** A click this soon after a press is its echo. */
const clickEchoMs = 700

interface Press {
  node: HTMLElement
  target: Element
  x: number
  y: number
  scrollY: number
  isMoved: boolean
  isLong: boolean
  timer: number
}

export interface GestureParts {
  root: HTMLElement
  sender: EventSender
  listeners: Listeners
  interacted: () => void
}

export class Gestures {
  private readonly root: HTMLElement
  private readonly sender: EventSender
  private readonly listeners: Listeners
  private readonly hover = new HoverTracker()
  private readonly nodes = new Map<number, HTMLElement>()
  private press: Press | undefined
  private lastPressMs = Number.NEGATIVE_INFINITY
  private usesKeyboard = false

  constructor(parts: GestureParts) {
    this.root = parts.root
    this.sender = parts.sender
    this.listeners = parts.listeners
    watchTouches((frame) => {
      if (frame.name === 'touchstart') parts.interacted()
      this.receive(frame)
    })
    document.addEventListener('click', (event) => this.clicked(event))
    document.addEventListener('contextmenu', (event) => {
      if (this.press?.isLong === true) event.preventDefault()
    })
    document.addEventListener('keydown', (event) => this.keyDown(event))
    // The key that brought the focus into the frame was pressed outside of it.
    document.addEventListener('focusin', ({ target }) => {
      if (target instanceof Element && isFocusedByKey(target)) this.useKeyboard()
    })
  }

  /** While the keyboard is in use, whatever reacts to taps can be reached by it. */
  tapListener(element: HTMLElement): void {
    if (this.usesKeyboard) makeReachable(element)
  }

  private receive(frame: TouchFrame): void {
    const first = frame.changedTouches[0]
    if (first === undefined) return
    if (frame.name === 'touchstart') {
      const node = nodeAround(frame.target, this.root)
      for (const touch of frame.changedTouches) this.nodes.set(touch.identifier, node)
      if (frame.touches.length > 1) this.endPress()
      else if (frame.target instanceof Element) this.startPress(node, frame.target, frame)
    }
    const node = this.nodes.get(first.identifier) ?? nodeAround(frame.target, this.root)
    const detail = { touches: frame.touches, changedTouches: frame.changedTouches }
    this.sender.bubble(node, frame.name, { x: first.pageX, y: first.pageY }, detail)
    if (frame.name === 'touchmove') this.move(frame)
    else if (frame.name === 'touchend') this.end(detail)
    else if (frame.name === 'touchcancel') this.endPress()
    if (frame.name === 'touchend' || frame.name === 'touchcancel') {
      for (const touch of frame.changedTouches) this.nodes.delete(touch.identifier)
    }
  }

  private startPress(node: HTMLElement, target: Element, frame: TouchFrame): void {
    const touch = frame.changedTouches[0]
    if (touch === undefined) return
    this.endPress()
    const press: Press = {
      node,
      target,
      x: touch.clientX,
      y: touch.clientY,
      scrollY: window.scrollY,
      isMoved: false,
      isLong: false,
      timer: window.setTimeout(() => {
        const detail = { x: touch.pageX, y: touch.pageY }
        const { touches, changedTouches } = frame
        press.isLong = this.sender.bubble(node, 'longpress', detail, { touches, changedTouches })
        this.sender.bubble(node, 'longtap', detail, { touches, changedTouches })
      }, longPressMs),
    }
    this.press = press
    this.hover.press(node)
  }

  private move(frame: TouchFrame): void {
    const press = this.press
    const touch = frame.changedTouches[0]
    if (press === undefined || touch === undefined || press.isMoved) return
    const isMoved = Math.abs(touch.clientX - press.x) > slopPx || Math.abs(touch.clientY - press.y) > slopPx
    if (!isMoved && Math.abs(window.scrollY - press.scrollY) <= slopPx) return
    press.isMoved = true
    window.clearTimeout(press.timer)
    this.hover.cancel()
  }

  private end(detail: TouchDetail): void {
    const press = this.press
    if (press === undefined) return
    const touch = detail.changedTouches[0]
    window.clearTimeout(press.timer)
    this.press = undefined
    // A mouse that was dragged clicks, too, where it is let go inside of the same node.
    this.lastPressMs = performance.now()
    if (press.isMoved || touch === undefined) return
    this.hover.release()
    if (!press.isLong) this.tap(press.node, { x: touch.pageX, y: touch.pageY, target: press.target }, detail)
  }

  private endPress(): void {
    if (this.press !== undefined) window.clearTimeout(this.press.timer)
    this.press = undefined
    this.hover.cancel()
  }

  /** The app hears of the tap first; then the innermost component that takes it acts, unless a `catch` stands between. */
  private tap(node: HTMLElement, point: TapPoint, detail: TouchDetail): void {
    if (isDisabledButton(node)) return
    this.sender.bubble(node, 'tap', { x: point.x, y: point.y }, detail)
    for (let at: HTMLElement | undefined = node; at !== undefined; at = parentNodeOf(at)) {
      if (at.banyanState?.component?.tapped(point) === true) return
      if (this.listeners.stopsTap(at)) return
    }
  }

  /** Keys and assistive technology press by `click` without a touch before it. */
  private clicked(event: MouseEvent): void {
    if (performance.now() - this.lastPressMs < clickEchoMs || !(event.target instanceof Element)) return
    if (event.target instanceof HTMLInputElement && event.detail !== 0) return
    this.pressFromKeys(event.target)
  }

  private keyDown(event: KeyboardEvent): void {
    if (event.key === 'Tab') this.useKeyboard()
    const { target } = event
    if (event.key !== 'Enter' && event.key !== ' ') return
    if (!(target instanceof HTMLElement) || target.banyanId === undefined || event.repeat) return
    event.preventDefault()
    this.pressFromKeys(target)
  }

  private useKeyboard(): void {
    if (this.usesKeyboard) return
    this.usesKeyboard = true
    for (const element of this.root.querySelectorAll<HTMLElement>('*')) {
      if (this.listeners.flags(element, 'tap') !== 0) makeReachable(element)
    }
  }

  private pressFromKeys(target: Element): void {
    const box = target.getBoundingClientRect()
    const clientX = box.left + box.width / 2
    const clientY = box.top + box.height / 2
    const point = { identifier: 0, clientX, clientY, pageX: clientX + window.scrollX, pageY: clientY + window.scrollY }
    const node = nodeAround(target, this.root)
    this.tap(node, { x: point.pageX, y: point.pageY, target }, { touches: [], changedTouches: [point] })
  }
}

function isDisabledButton(node: HTMLElement): boolean {
  const button = node.closest('wx-button')
  return button?.banyanState?.component?.flag('disabled') === true
}

function isFocusedByKey(element: Element): boolean {
  // A text field counts as focused by key however it was focused.
  return CSS.supports('selector(:focus-visible)') && element.matches(':focus-visible:not(.wx-field)')
}

function makeReachable(element: HTMLElement): void {
  if (!element.hasAttribute('tabindex') && element.banyanId !== 0) element.tabIndex = 0
}
