/** Pictures in their order, which changes by dragging, by the buttons below them, and by the arrow keys there. */
import { DeleteOutlined, LeftOutlined, RightOutlined } from '@ant-design/icons'
import { Button, Flex, Typography } from 'antd'
import { useEffect, useRef, useState, type KeyboardEvent } from 'react'
import { useTexts } from '../../house/language.ts'
import { moveTo } from './arrange.ts'
import { useArranging, useRemoving, type Screenshot } from './changes.tsx'

interface GalleryProps {
  appId: string
  items: readonly Screenshot[]
}

export function Gallery({ appId, items }: GalleryProps) {
  const say = useTexts('team-screenshots')
  const arranging = useArranging(appId)
  const removing = useRemoving(appId, items)
  const [dragged, setDragged] = useState<string>()
  const [target, setTarget] = useState<string>()
  const [moved, setMoved] = useState<{ id: string; by: Direction }>()
  const list = useRef<HTMLUListElement>(null)
  const movedPlace = items.findIndex(({ id }) => id === moved?.id) + 1

  // The browser forgets what was in focus when its element moves.
  useEffect(() => {
    if (moved) focusOn(list.current, moved.id, moved.by)
  }, [moved, movedPlace])

  const move = (from: number, to: number) => {
    if (to < 0 || to >= items.length || to === from) return
    void arranging.run(moveTo(items, from, to))
  }
  const step = (from: number, by: Direction) => {
    const item = items[from]
    if (item) setMoved({ id: item.id, by })
    move(from, by === 'earlier' ? from - 1 : from + 1)
  }
  const drop = (at: number) => {
    const from = items.findIndex(({ id }) => id === dragged)
    if (from >= 0) move(from, at)
    setDragged(undefined)
    setTarget(undefined)
  }
  return (
    <>
      <ul className="shots" ref={list}>
        {items.map((item, index) => (
          <li
            key={item.id}
            className="shot"
            data-shot={item.id}
            data-dragged={item.id === dragged || undefined}
            data-target={(item.id === target && item.id !== dragged) || undefined}
            draggable
            onDragStart={(event) => {
              event.dataTransfer.effectAllowed = 'move'
              setDragged(item.id)
            }}
            onDragEnd={() => {
              setDragged(undefined)
              setTarget(undefined)
            }}
            onDragOver={(event) => {
              if (dragged === undefined) return
              event.preventDefault()
              setTarget(item.id)
            }}
            onDrop={() => drop(index)}
          >
            <Shot
              item={item}
              place={index + 1}
              count={items.length}
              onStep={(by) => step(index, by)}
              onRemove={() => void removing.run(item)}
            />
          </li>
        ))}
      </ul>
      <p role="status" className="unseen">
        {movedPlace > 0 && say('moved', { place: movedPlace, count: items.length })}
      </p>
    </>
  )
}

type Direction = 'earlier' | 'later'

function focusOn(list: HTMLElement | null, id: string, by: Direction): void {
  const buttons = [...(list?.querySelectorAll<HTMLButtonElement>(`[data-shot="${id}"] button`) ?? [])]
  const usable = buttons.filter(({ disabled }) => !disabled)
  const same = usable.find(({ dataset }) => dataset['by'] === by)
  ;(same ?? usable[0])?.focus()
}

interface ShotProps {
  item: Screenshot
  place: number
  count: number
  onStep: (by: Direction) => void
  onRemove: () => void
}

function Shot({ item, place, count, onStep, onRemove }: ShotProps) {
  const say = useTexts('team-screenshots')
  const press = ({ key }: KeyboardEvent) => {
    if (key === 'ArrowLeft') onStep('earlier')
    if (key === 'ArrowRight') onStep('later')
    if (key === 'Delete') onRemove()
  }
  return (
    <>
      <a href={item.url} target="_blank" rel="noreferrer" draggable={false}>
        <img src={item.url} alt={say('picture', { place })} draggable={false} loading="lazy" />
      </a>
      <Flex justify="space-between" align="center" className="with-gap" onKeyDown={press}>
        <Button
          data-by="earlier"
          icon={<LeftOutlined />}
          aria-label={say('earlier', { place })}
          disabled={place === 1}
          onClick={() => onStep('earlier')}
        />
        <Typography.Text type="secondary">{place}</Typography.Text>
        <Button
          data-by="later"
          icon={<RightOutlined />}
          aria-label={say('later', { place })}
          disabled={place === count}
          onClick={() => onStep('later')}
        />
        <Button type="text" danger icon={<DeleteOutlined />} aria-label={say('remove', { place })} onClick={onRemove} />
      </Flex>
    </>
  )
}
