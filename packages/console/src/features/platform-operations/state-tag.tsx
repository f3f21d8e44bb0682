import { Tag } from 'antd'

const colors = {
  ok: 'success',
  done: 'success',
  completed: 'success',
  warning: 'warning',
  retry: 'warning',
  running: 'processing',
  active: 'processing',
  created: 'default',
  cancelled: 'default',
  failed: 'error',
} as const

/** The text says it; the colour only helps. */
export function StateTag({ state, text }: { state: keyof typeof colors; text: string }) {
  return <Tag color={colors[state]}>{text}</Tag>
}
