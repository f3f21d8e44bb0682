import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Alert, Card, Flex, Form, Input } from 'antd'
import { useState } from 'react'
import { api } from '../../house/client.ts'
import { useTexts } from '../../house/language.ts'

/** Answers while one types; the server decides, as for a real user. */
export function GrayTest({ appId }: { appId: string }) {
  const say = useTexts('team-versions')
  const [userId, setUserId] = useState('')
  const [field, setField] = useState('')
  const [value, setValue] = useState('')
  const tested = useQuery({
    queryKey: ['apps', appId, 'gray', 'test', userId, field, value],
    queryFn: () => api().rollout.test(appId, { userId, attributes: field === '' ? {} : { [field]: value } }),
    enabled: userId !== '',
    placeholderData: keepPreviousData,
  })
  return (
    <Card title={say('who')}>
      <p>{say('whoAbout')}</p>
      <Form layout="vertical">
        <Flex wrap gap={12}>
          <Form.Item label={say('userId')} htmlFor="gray-user">
            <Input id="gray-user" maxLength={128} value={userId} onChange={(event) => setUserId(event.target.value)} />
          </Form.Item>
          <Form.Item label={say('ruleField')} htmlFor="gray-field">
            <Input id="gray-field" maxLength={100} value={field} onChange={(event) => setField(event.target.value)} />
          </Form.Item>
          <Form.Item label={say('ruleValue')} htmlFor="gray-value">
            <Input id="gray-value" value={value} onChange={(event) => setValue(event.target.value)} />
          </Form.Item>
        </Flex>
      </Form>
      {tested.data && userId !== '' && (
        <Alert
          role="status"
          type={tested.data.isGray ? 'success' : 'info'}
          title={tested.data.isGray ? say('gets', { version: tested.data.version ?? '' }) : say('getsOld')}
          description={say(`reasons.${tested.data.reason}`)}
        />
      )}
    </Card>
  )
}
