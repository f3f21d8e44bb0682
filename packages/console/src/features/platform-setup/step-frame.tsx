/** What each step has below its fields: go on, or leave it for later. */
import { Button, Flex } from 'antd'
import { useTexts } from '../../house/language.ts'

export interface StepProps {
  /** The next step, please. */
  onDone: () => void
}

/** Inside a form, `Save and continue` submits it; elsewhere there is nothing to save. */
export function StepButtons({ onDone, isForm = false, isRunning = false }: StepProps & StepButtonOptions) {
  const say = useTexts('platform-setup')
  if (!isForm) {
    return (
      <Flex gap={8} className="with-gap">
        <Button type="primary" onClick={onDone}>
          {say('continue')}
        </Button>
      </Flex>
    )
  }
  return (
    <Flex gap={8} className="with-gap">
      <Button type="primary" htmlType="submit" loading={isRunning}>
        {say('save')}
      </Button>
      <Button onClick={onDone}>{say('skip')}</Button>
    </Flex>
  )
}

interface StepButtonOptions {
  isForm?: boolean
  isRunning?: boolean
}
