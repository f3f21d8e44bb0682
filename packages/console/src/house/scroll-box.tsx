/** Around what may be wider than the screen. While it is, it can be reached and moved by keys. */
import { useEffect, useRef, useState, type ReactNode } from 'react'

export function ScrollBox({ children }: { children: ReactNode }) {
  const box = useRef<HTMLDivElement>(null)
  const [isWide, setWide] = useState(false)
  useEffect(() => {
    const { current } = box
    if (!current) return undefined
    const observer = new ResizeObserver(() => setWide(current.scrollWidth > current.clientWidth))
    observer.observe(current)
    for (const child of current.children) observer.observe(child)
    return () => observer.disconnect()
  }, [])
  return (
    <div ref={box} className="scroll" {...(isWide && { tabIndex: 0 })}>
      {children}
    </div>
  )
}
