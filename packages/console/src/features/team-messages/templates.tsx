import type { MessageTemplate } from '@banyan/contract/messages'
import { useQuery } from '@tanstack/react-query'
import { Button, Card, Flex, Popconfirm, Tag, Typography } from 'antd'
import { useState } from 'react'
import { useAction } from '../../house/action.tsx'
import { api } from '../../house/client.ts'
import { useTexts } from '../../house/language.ts'
import { PageFrame } from '../../house/page.tsx'
import { useParam } from '../../house/router.tsx'
import { EmptyState, Loaded } from '../../house/states.tsx'
import { NewTemplate } from './new-template.tsx'

export function Page() {
  const say = useTexts('team-messages')
  const appId = useParam('appId')
  const [isCreating, setCreating] = useState(false)
  const templates = useQuery({
    queryKey: ['apps', appId, 'templates'],
    queryFn: () => api().messages.templates(appId),
  })
  const button = (
    <Button type="primary" onClick={() => setCreating(true)}>
      {say('newTemplate')}
    </Button>
  )
  return (
    <PageFrame title={say('messages')} about={say('messagesAbout')} actions={button}>
      <Loaded query={templates}>
        {(items) =>
          items.length === 0 ? (
            <EmptyState title={say('none')} text={say('noneText')} />
          ) : (
            <ul className="timeline">
              {items.map((template) => (
                <li key={template.id}>
                  <TemplateCard template={template} />
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
      <NewTemplate appId={appId} isOpen={isCreating} onClose={() => setCreating(false)} />
    </PageFrame>
  )
}

function TemplateCard({ template }: { template: MessageTemplate }) {
  const say = useTexts('team-messages')
  const sayHouse = useTexts()
  const { id, appId, title, kind, keywords } = template
  const remove = useAction({
    run: () => api().messages.removeTemplate(appId, id),
    renews: [['apps', appId, 'templates']],
  })
  return (
    <Card>
      <Flex wrap gap={12} justify="space-between" align="flex-start">
        <div className="grow">
          <Flex wrap gap={8} align="center">
            <strong>{title}</strong>
            <Tag>{say(`kinds.${kind}`)}</Tag>
          </Flex>
          <div>
            {say('copyId')}{' '}
            <Typography.Text code copyable className="secret">
              {id}
            </Typography.Text>
          </div>
          {keywords.map(({ key, name, example }) => (
            <div key={key}>
              {`${name} `}
              <Typography.Text code>{`{{${key}.DATA}}`}</Typography.Text>
              <Typography.Text type="secondary">{example}</Typography.Text>
            </div>
          ))}
        </div>
        <Popconfirm
          title={say('removeTitle', { title })}
          description={say('removeText')}
          okText={sayHouse('remove')}
          onConfirm={() => void remove.run()}
        >
          <Button danger loading={remove.isRunning}>
            {sayHouse('remove')}
          </Button>
        </Popconfirm>
      </Flex>
    </Card>
  )
}
