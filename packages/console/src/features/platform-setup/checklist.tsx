import { CheckCircleFilled, ExclamationCircleOutlined } from '@ant-design/icons'
import type { ReadinessItem } from '@banyan/contract/readiness'
import { Link } from '@tanstack/react-router'
import { Alert, Button, Flex, Typography } from 'antd'
import { useLanguage, useTexts } from '../../house/language.ts'
import { Loaded } from '../../house/states.tsx'
import { useReadiness } from './readiness-note.tsx'
import { placeOf } from './steps.ts'

export function Checklist() {
  const say = useTexts('platform-setup')
  const readiness = useReadiness()
  return (
    <Loaded query={readiness}>
      {({ items }) => {
        const count = items.filter(({ isDone }) => !isDone).length
        return (
          <>
            <Alert
              type={count === 0 ? 'success' : 'info'}
              role="status"
              showIcon
              title={count === 0 ? say('allDone') : say('left', { count })}
            />
            <ul className="timeline with-gap">
              {items.map((item) => (
                <li key={item.item}>
                  <Item {...item} />
                </li>
              ))}
            </ul>
            <Flex gap={12} wrap align="center" className="with-gap">
              <Button type="primary" href="/" target="_blank">
                {say('openPortal')}
              </Button>
              <Link to="/platform">{say('toOverview')}</Link>
            </Flex>
          </>
        )
      }}
    </Loaded>
  )
}

function Item({ item, isDone, detail }: ReadinessItem) {
  const say = useTexts('platform-setup')
  const language = useLanguage()
  const state = say(isDone ? 'done' : 'open')
  return (
    <Flex gap={12} align="flex-start">
      <span className={isDone ? 'mark-done' : 'mark-open'} role="img" aria-label={state}>
        {isDone ? <CheckCircleFilled /> : <ExclamationCircleOutlined />}
      </span>
      <div className="grow">
        <strong>{say(`items.${item}`)}</strong>
        <br />
        <Typography.Text type="secondary">{detail[language]}</Typography.Text>
      </div>
      {!isDone && (
        <Link {...placeOf(item)} aria-label={`${say('seeTo')}: ${say(`items.${item}`)}`}>
          {say('seeTo')}
        </Link>
      )}
    </Flex>
  )
}
