import type { Submission } from '@banyan/contract/review'
import { Button, Flex } from 'antd'
import { useState } from 'react'
import { useAction } from '../../house/action.tsx'
import { api } from '../../house/client.ts'
import { useTexts } from '../../house/language.ts'

/** The version as a user's phone would show it, beside the decision. */
export function PhoneFrame({ submission }: { submission: Submission }) {
  const say = useTexts('platform-review')
  const [url, setUrl] = useState<string>()
  const start = useAction({
    run: () => api().review.preview(submission.appId, submission.id),
    onDone: (preview) => setUrl(preview.url),
    done: null,
  })
  return (
    <Flex justify="center">
      {url === undefined ? (
        <Button loading={start.isRunning} onClick={() => void start.run()}>
          {say('run')}
        </Button>
      ) : (
        <iframe className="phone" src={url} title={say('frame', { version: submission.version })} />
      )}
    </Flex>
  )
}
