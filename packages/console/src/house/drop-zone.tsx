/** Takes files that are dragged here from outside of the page; what moves inside of the page is not its business. */
import { useState, type DragEvent, type ReactNode } from 'react'

export interface DropZoneProps {
  /** What is said while files are above it. */
  label: string
  onDrop: (files: readonly File[]) => void
  children: ReactNode
}

export function DropZone({ label, onDrop, children }: DropZoneProps) {
  const [isOver, setOver] = useState(false)
  const over = (event: DragEvent) => {
    if (!event.dataTransfer.types.includes('Files')) return
    event.preventDefault()
    setOver(true)
  }
  const leave = ({ currentTarget, relatedTarget }: DragEvent) => {
    if (!(relatedTarget instanceof Node && currentTarget.contains(relatedTarget))) setOver(false)
  }
  const drop = (event: DragEvent) => {
    if (!event.dataTransfer.types.includes('Files')) return
    event.preventDefault()
    setOver(false)
    onDrop([...event.dataTransfer.files])
  }
  return (
    <div
      className="drop-zone"
      data-over={isOver ? label : undefined}
      onDragOver={over}
      onDragLeave={leave}
      onDrop={drop}
    >
      {children}
    </div>
  )
}
