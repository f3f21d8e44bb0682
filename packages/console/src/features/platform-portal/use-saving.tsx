/** Writes a whole list into its setting, and offers to take it back. */
import type { QueryKey } from '@tanstack/react-query'
import { App as AntApp, Button } from 'antd'
import { useAction, type Action } from '../../house/action.tsx'
import { api } from '../../house/client.ts'
import { useTexts } from '../../house/language.ts'

export interface Saving<Value> {
  key: string
  /** What holds now. */
  value: Value
  /** Besides the settings. */
  renews: readonly QueryKey[]
}

export function useSaving<Value>({ key, value, renews }: Saving<Value>): Action<Value> {
  const say = useTexts('platform-portal')
  const { notification } = AntApp.useApp()
  const queries = [...renews, ['settings'], ['settingHistory']]
  const restore = useAction({
    run: (before: Value) => api().settings.set(key, before),
    renews: queries,
    done: say('undone'),
  })
  return useAction({
    run: (next: Value) => api().settings.set(key, next),
    renews: queries,
    done: null,
    onDone: () =>
      notification.success({
        key,
        title: say('saved'),
        actions: (
          <Button
            onClick={() => {
              notification.destroy(key)
              void restore.run(value)
            }}
          >
            {say('undo')}
          </Button>
        ),
      }),
  })
}
