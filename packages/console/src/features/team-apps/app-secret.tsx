import { Alert, Button, Card, Popconfirm, Typography } from 'antd'
import { useState } from 'react'
import { useAction } from '../../house/action.tsx'
import { api } from '../../house/client.ts'
import { useTexts } from '../../house/language.ts'
import { PageFrame } from '../../house/page.tsx'
import { useParam } from '../../house/router.tsx'

export function Page() {
  const say = useTexts('team-apps')
  const sayHouse = useTexts()
  const appId = useParam('appId')
  const [secret, setSecret] = useState<string>()
  const rotate = useAction({
    run: () => api().apps.rotateSecret(appId),
    onDone: (rotated) => setSecret(rotated.secret),
    done: null,
  })
  return (
    <PageFrame title={say('secret')} about={say('secretAbout')}>
      {secret !== undefined && (
        <Alert
          role="status"
          type="success"
          showIcon
          title={`${say('newSecret')} · ${sayHouse('once')}`}
          description={
            <Typography.Text code copyable className="secret" data-testid="secret">
              {secret}
            </Typography.Text>
          }
        />
      )}
      <Card>
        <p>{say('rotateText')}</p>
        <Popconfirm
          title={say('rotateTitle')}
          description={say('rotateText')}
          okText={say('rotate')}
          onConfirm={() => void rotate.run()}
        >
          <Button danger loading={rotate.isRunning}>
            {say('rotate')}
          </Button>
        </Popconfirm>
      </Card>
    </PageFrame>
  )
}
