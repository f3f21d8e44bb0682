import { screenshotLimits, type ScreenshotList } from '@banyan/contract/app-pictures'
import { useQuery } from '@tanstack/react-query'
import { Card, Typography } from 'antd'
import { api } from '../../house/client.ts'
import { DropZone } from '../../house/drop-zone.tsx'
import { FileButton } from '../../house/file-button.tsx'
import { useTexts } from '../../house/language.ts'
import { PageFrame } from '../../house/page.tsx'
import { useParam } from '../../house/router.tsx'
import { EmptyState, Loaded } from '../../house/states.tsx'
import { pictureTypes } from './arrange.ts'
import { Gallery } from './gallery.tsx'
import { limitText, screenshotsKey, useAdding } from './changes.tsx'
import './screenshots.css'

export function Page() {
  const say = useTexts('team-screenshots')
  const appId = useParam('appId')
  const screenshots = useQuery({ queryKey: screenshotsKey(appId), queryFn: () => api().apps.screenshots(appId) })
  const adding = useAdding(appId, screenshots.data?.items.length ?? 0)
  return (
    <PageFrame
      title={say('screenshots')}
      about={say('screenshotsAbout')}
      actions={
        <FileButton
          label={say('add')}
          accept={pictureTypes.join(',')}
          isMany
          isBusy={adding.isRunning}
          onChoose={(...files) => void adding.run(files)}
        />
      }
    >
      <Loaded query={screenshots}>
        {(list) => (
          <DropZone label={say('dropHere')} onDrop={(files) => void adding.run(files)}>
            <Shots appId={appId} list={list} />
          </DropZone>
        )}
      </Loaded>
    </PageFrame>
  )
}

function Shots({ appId, list }: { appId: string; list: ScreenshotList }) {
  const say = useTexts('team-screenshots')
  if (list.items.length === 0) return <EmptyState title={say('none')} text={say('noneText')} />
  return (
    <Card>
      <Gallery appId={appId} items={list.items} />
      <Typography.Paragraph type="secondary" className="with-gap">
        {say('limits', { count: screenshotLimits.count, size: limitText })}
      </Typography.Paragraph>
    </Card>
  )
}
