import { Card, Typography } from 'antd'
import { useTexts } from '../../house/language.ts'

/** From nothing to a version, for somebody who has never done it. */
export function FirstUpload({ appId }: { appId: string }) {
  const say = useTexts('team-apps')
  const steps = [
    { what: say('stepCreate'), command: 'banyan create my-app' },
    { what: say('stepSignIn'), command: `banyan login --url ${window.location.origin}` },
    { what: say('stepUpload'), command: `banyan upload my-app --app ${appId}` },
  ]
  return (
    <Card title={say('firstUpload')}>
      <ol className="steps">
        {steps.map(({ what, command }) => (
          <li key={command}>
            <div>{what}</div>
            <Typography.Text code copyable className="secret">
              {command}
            </Typography.Text>
          </li>
        ))}
      </ol>
      <Typography.Text type="secondary">{say('firstUploadThen')}</Typography.Text>
    </Card>
  )
}
