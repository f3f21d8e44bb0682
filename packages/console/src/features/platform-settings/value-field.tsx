/** A field for whatever a setting holds: the server knows the rules, this only knows the kind. */
import { Input, InputNumber, Switch } from 'antd'

type Kind = 'text' | 'number' | 'boolean' | 'json'

export interface SettingField {
  kind: Kind
  shown: unknown
  /** From the field to the value; throws when it is not JSON. */
  read(given: unknown): unknown
}

export function fieldOf(value: unknown): SettingField {
  const same = (given: unknown) => given
  if (typeof value === 'string') return { kind: 'text', shown: value, read: (given) => given ?? '' }
  if (typeof value === 'number') return { kind: 'number', shown: value, read: same }
  if (typeof value === 'boolean') return { kind: 'boolean', shown: value, read: same }
  return {
    kind: 'json',
    shown: JSON.stringify(value, null, 2),
    read(given): unknown {
      return JSON.parse(String(given))
    },
  }
}

/** The form gives it value and listeners. */
export function ValueField({ kind, ...given }: { kind: Kind }) {
  if (kind === 'number') return <InputNumber {...given} />
  if (kind === 'boolean') return <Switch {...given} />
  if (kind === 'text') return <Input {...given} />
  return <Input.TextArea rows={2} className="code" {...given} />
}
