/** Up, down, edit, remove: the same for everything that has a place in a list. */
import { ArrowDownOutlined, ArrowUpOutlined, DeleteOutlined, EditOutlined } from '@ant-design/icons'
import { Button, Flex, Tooltip } from 'antd'
import { useTexts } from '../../house/language.ts'

export interface RowButtonsProps {
  /** Of what they are, for those who do not see it. */
  name: string
  isFirst: boolean
  isLast: boolean
  /** Why it cannot go. */
  keptBecause?: string | undefined
  onMove: (by: 1 | -1) => void
  onEdit: () => void
  onRemove: () => void
}

export function RowButtons({ name, isFirst, isLast, keptBecause, onMove, onEdit, onRemove }: RowButtonsProps) {
  const say = useTexts('platform-portal')
  const label = (action: string) => `${say(action)} ${name}`
  return (
    <Flex gap={4}>
      <Button
        type="text"
        icon={<ArrowUpOutlined />}
        aria-label={label('up')}
        disabled={isFirst}
        onClick={() => onMove(-1)}
      />
      <Button
        type="text"
        icon={<ArrowDownOutlined />}
        aria-label={label('down')}
        disabled={isLast}
        onClick={() => onMove(1)}
      />
      <Button type="text" icon={<EditOutlined />} aria-label={label('edit')} onClick={onEdit} />
      <Tooltip title={keptBecause}>
        <Button
          type="text"
          danger
          icon={<DeleteOutlined />}
          aria-label={label('remove')}
          disabled={keptBecause !== undefined}
          onClick={onRemove}
        />
      </Tooltip>
    </Flex>
  )
}
