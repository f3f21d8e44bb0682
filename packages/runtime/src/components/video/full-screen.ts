/** Full screen by the browser; where it has none for elements (iPhone), by its own player, else over the whole frame. */
export interface FullScreen {
  readonly isFull: boolean
  enter(): void
  leave(): void
  destroy(): void
}

export function fullScreenOf(element: HTMLElement, video: HTMLVideoElement, changed: () => void): FullScreen {
  let isOverlaid = false
  const own = (): boolean => document.fullscreenElement === element
  const heard = (): void => changed()
  document.addEventListener('fullscreenchange', heard)
  video.addEventListener('webkitbeginfullscreen', heard)
  video.addEventListener('webkitendfullscreen', heard)
  const overlay = (isOn: boolean): void => {
    if (isOverlaid === isOn) return
    isOverlaid = isOn
    element.classList.toggle('wx-video-full', isOn)
    changed()
  }
  const onKey = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') overlay(false)
  }
  document.addEventListener('keydown', onKey)
  return {
    get isFull() {
      return own() || isOverlaid || Reflect.get(video, 'webkitDisplayingFullscreen') === true
    },
    enter() {
      if (typeof element.requestFullscreen === 'function') {
        // Without a press of the user the browser refuses; then the frame is what there is.
        element.requestFullscreen().catch(() => overlay(true))
        return
      }
      const native: unknown = Reflect.get(video, 'webkitEnterFullscreen')
      if (typeof native !== 'function') {
        overlay(true)
        return
      }
      try {
        native.call(video)
      } catch {
        overlay(true)
      }
    },
    leave() {
      overlay(false)
      if (own()) void document.exitFullscreen().catch(() => undefined)
      const native: unknown = Reflect.get(video, 'webkitExitFullscreen')
      if (typeof native === 'function') native.call(video)
    },
    destroy() {
      document.removeEventListener('fullscreenchange', heard)
      document.removeEventListener('keydown', onKey)
      if (own()) void document.exitFullscreen().catch(() => undefined)
    },
  }
}
