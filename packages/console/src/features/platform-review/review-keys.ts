import { useEffect } from 'react'

/** One letter each, unless somebody is writing or a dialog is open. */
export function useReviewKeys(actions: Readonly<Record<string, () => void>>): void {
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || isBusy(event.target)) return
      const action = actions[event.key.toLowerCase()]
      if (!action) return
      event.preventDefault()
      action()
    }
    window.addEventListener('keydown', listen)
    return () => window.removeEventListener('keydown', listen)
  }, [actions])
}

function isBusy(target: EventTarget | null): boolean {
  const isWriting =
    target instanceof HTMLElement && target.closest('input, textarea, select, [contenteditable]') !== null
  return isWriting || document.querySelector('.ant-modal-wrap:not([style*="display: none"])') !== null
}
