import { slotsKey, slotsSchema, type Slot } from '@banyan/contract/portal'
import { ExportOutlined, PlusOutlined } from '@ant-design/icons'
import { Button, Card, Flex, Switch, Tag, Typography } from 'antd'
import { useState } from 'react'
import { useLanguage, useTexts, useTimeFormat } from '../../house/language.ts'
import { PageFrame } from '../../house/page.tsx'
import { useCan } from '../../house/session.tsx'
import { useSettings, valueOf } from '../../house/settings.ts'
import { EmptyState, Loaded } from '../../house/states.tsx'
import { moved, withItem } from './lists.ts'
import { RowButtons } from './row-buttons.tsx'
import { SlotDialog } from './slot-dialog.tsx'
import { SlotPicture } from './slot-picture.tsx'
import { useSaving } from './use-saving.tsx'

export function Page() {
  const say = useTexts('platform-portal')
  const settings = useSettings()
  return (
    <PageFrame
      title={say('home')}
      about={say('homeAbout')}
      actions={
        <Button href="/" target="_blank" icon={<ExportOutlined />}>
          {say('look')}
        </Button>
      }
    >
      <Loaded query={settings}>{(all) => <Slots slots={valueOf(all, slotsKey, slotsSchema)} />}</Loaded>
    </PageFrame>
  )
}

const keyOf = ({ id }: Slot) => id

function Slots({ slots }: { slots: readonly Slot[] }) {
  const say = useTexts('platform-portal')
  const mayEdit = useCan()('platform.edit')
  const [edited, setEdited] = useState<Slot | 'new'>()
  const save = useSaving<readonly Slot[]>({ key: slotsKey, value: slots, renews: [] })
  const add = mayEdit && (
    <Button type="primary" icon={<PlusOutlined />} onClick={() => setEdited('new')}>
      {say('addSlot')}
    </Button>
  )
  return (
    <>
      {slots.length === 0 ? (
        <EmptyState title={say('noSlots')} text={say('noSlotsText')} action={add} />
      ) : (
        <div>{add}</div>
      )}
      {slots.map((slot, index) => (
        <SlotCard
          key={slot.id}
          slot={slot}
          mayEdit={mayEdit}
          place={{ isFirst: index === 0, isLast: index === slots.length - 1 }}
          onMove={(by) => void save.run(moved(slots, index, by))}
          onSwitch={(isOn) => void save.run(slots.with(index, { ...slot, isOn }))}
          onEdit={() => setEdited(slot)}
          onRemove={() => void save.run(slots.toSpliced(index, 1))}
        />
      ))}
      {edited !== undefined && (
        <SlotDialog
          known={edited === 'new' ? undefined : edited}
          onClose={() => setEdited(undefined)}
          onDone={(slot) => void save.run(withItem(slots, slot, keyOf))}
        />
      )}
    </>
  )
}

interface SlotCardProps {
  slot: Slot
  mayEdit: boolean
  place: { isFirst: boolean; isLast: boolean }
  onMove: (by: 1 | -1) => void
  onSwitch: (isOn: boolean) => void
  onEdit: () => void
  onRemove: () => void
}

function SlotCard({ slot, mayEdit, place, onMove, onSwitch, onEdit, onRemove }: SlotCardProps) {
  const say = useTexts('platform-portal')
  const language = useLanguage()
  const title = slot.title[language] || slot.title.zh || slot.title.en || say(`kinds.${slot.kind}`)
  return (
    <Card size="small">
      <Flex gap={16} wrap align="center" justify="space-between">
        <Flex gap={16} wrap align="center">
          {slot.picture && <SlotPicture picture={slot.picture} width={144} />}
          <div>
            <Flex gap={8} wrap align="center">
              <strong>{title}</strong>
              <Tag>{say(`kinds.${slot.kind}`)}</Tag>
              <State slot={slot} />
            </Flex>
            <Typography.Text type="secondary">{say('apps', { count: slot.apps.length })}</Typography.Text>
            <Times slot={slot} />
          </div>
        </Flex>
        {mayEdit && (
          <Flex gap={8} align="center">
            <Switch checked={slot.isOn} aria-label={`${say('isOn')} ${title}`} onChange={onSwitch} />
            <RowButtons {...place} name={title} onMove={onMove} onEdit={onEdit} onRemove={onRemove} />
          </Flex>
        )}
      </Flex>
    </Card>
  )
}

function State({ slot: { isOn, from, until } }: { slot: Slot }) {
  const say = useTexts('platform-portal')
  const now = new Date().toISOString()
  if (!isOn) return <Tag>{say('states.off')}</Tag>
  if (until !== null && until <= now) return <Tag>{say('states.over')}</Tag>
  if (from !== null && from > now) return <Tag color="processing">{say('states.later')}</Tag>
  return <Tag color="success">{say('states.shown')}</Tag>
}

function Times({ slot: { from, until } }: { slot: Slot }) {
  const say = useTexts('platform-portal')
  const time = useTimeFormat()
  if (from === null && until === null) return null
  return (
    <div>
      <Typography.Text type="secondary">
        {from === null ? say('always') : time(from)} – {until === null ? say('always') : time(until)}
      </Typography.Text>
    </div>
  )
}
