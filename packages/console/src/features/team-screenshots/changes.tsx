/** Adding, moving and removing: shown at once, and taken back when the server says no. */
import { screenshotLimits, type ScreenshotList } from '@banyan/contract/app-pictures'
import { useQueryClient } from '@tanstack/react-query'
import { App as AntApp, Button } from 'antd'
import { useAction, type Action } from '../../house/action.tsx'
import { api } from '../../house/client.ts'
import { useTexts } from '../../house/language.ts'
import { moveTo, sortOut } from './arrange.ts'

export type Screenshot = ScreenshotList['items'][number]

export const screenshotsKey = (appId: string) => ['apps', appId, 'screenshots'] as const
export const limitText = `${screenshotLimits.bytes / 1024 / 1024} MB`

export function useAdding(appId: string, taken: number): Action<readonly File[]> {
  const say = useTexts('team-screenshots')
  const { message, notification } = AntApp.useApp()
  return useAction({
    async run(files: readonly File[]) {
      const { accepted, refused } = sortOut(files, {
        room: screenshotLimits.count - taken,
        bytes: screenshotLimits.bytes,
      })
      if (refused.length > 0) {
        notification.warning({
          title: say('notAdded', { count: refused.length }),
          description: refused.map(({ file: { name }, refusal }) => (
            <div key={name}>{say(`refusals.${refusal}`, { name, size: limitText, count: screenshotLimits.count })}</div>
          )),
          role: 'alert',
        })
      }
      // One after the other, so that they stand in the order in which they were chosen.
      for (const file of accepted) await add(appId, file)
      return accepted.length
    },
    renews: [screenshotsKey(appId)],
    done: null,
    onDone: (count) => {
      if (count > 0) void message.success(say('added', { count }))
    },
  })
}

async function add(appId: string, file: Blob): Promise<ScreenshotList> {
  return api().apps.addScreenshot(appId, { bytes: new Uint8Array(await file.arrayBuffer()), mediaType: file.type })
}

/** Rejects when the server says no; then what was there before is read again. */
function useArrange(appId: string): (items: readonly Screenshot[]) => Promise<ScreenshotList> {
  const queries = useQueryClient()
  const key = screenshotsKey(appId)
  return async (items) => {
    await queries.cancelQueries({ queryKey: key })
    queries.setQueryData<ScreenshotList>(key, { items: [...items] })
    try {
      const ids = items.map(({ id }) => id)
      return await api().apps.arrangeScreenshots(appId, ids)
    } catch (error) {
      void queries.invalidateQueries({ queryKey: key })
      throw error
    }
  }
}

export function useArranging(appId: string): Action<readonly Screenshot[]> {
  return useAction({ run: useArrange(appId), renews: [screenshotsKey(appId)], done: null })
}

/** The picture is kept in this page until nobody can undo any more. */
export function useRemoving(appId: string, items: readonly Screenshot[]): Action<Screenshot> {
  const say = useTexts('team-screenshots')
  const { notification } = AntApp.useApp()
  const arrange = useArrange(appId)
  const restore = useAction({
    async run({ picture, place }: { picture: Blob; place: number }) {
      const { items: all } = await add(appId, picture)
      await arrange(moveTo(all, all.length - 1, place))
    },
    renews: [screenshotsKey(appId)],
    done: null,
  })
  return useAction({
    async run(removed: Screenshot) {
      const response = await fetch(removed.url)
      const picture = response.ok ? await response.blob() : undefined
      const place = items.indexOf(removed)
      await arrange(items.filter(({ id }) => id !== removed.id))
      return { picture, place, id: removed.id }
    },
    renews: [screenshotsKey(appId)],
    done: null,
    onDone({ picture, place, id }) {
      const undo = () => {
        notification.destroy(id)
        if (picture) void restore.run({ picture, place })
      }
      notification.info({
        key: id,
        title: say('removed'),
        actions: picture && <Button onClick={undo}>{say('undo')}</Button>,
      })
    },
  })
}
