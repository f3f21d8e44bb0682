import type { TeamDocument, Verification } from '@banyan/contract/teams'
import { documentMaxBytes } from '@banyan/contract/teams'
import { useQuery } from '@tanstack/react-query'
import { Alert, Button, Card, Flex, Form, Input, Select, Tag } from 'antd'
import { useState } from 'react'
import { useAction } from '../../house/action.tsx'
import { api } from '../../house/client.ts'
import { FileButton } from '../../house/file-button.tsx'
import { useTexts, useTimeFormat } from '../../house/language.ts'
import { Loaded } from '../../house/states.tsx'

const alertTypes = { submitted: 'info', verified: 'success', rejected: 'error' } as const

/** Who the team is, shown to the platform; where it stands, and what to do when it was refused. */
export function VerificationCard() {
  const say = useTexts('team-members')
  const application = useQuery({ queryKey: ['team', 'verification'], queryFn: () => api().teams.verification() })
  return (
    <Card title={say('verification')}>
      <Loaded query={application}>
        {(found) => (
          <Flex vertical gap={16}>
            {found === null ? <span>{say('verificationAbout')}</span> : <Standing application={found} />}
            {(found === null || found.state === 'rejected') && <Application before={found} />}
          </Flex>
        )}
      </Loaded>
    </Card>
  )
}

function Standing({ application }: { application: Verification }) {
  const say = useTexts('team-members')
  const time = useTimeFormat()
  const { state, reason, legalName, submittedAt, decidedAt } = application
  return (
    <Alert
      showIcon
      type={alertTypes[state]}
      title={`${say(`verifications.${state}`)} · ${legalName}`}
      description={
        <>
          {reason !== null && <p>{say('refusedBecause', { reason })}</p>}
          <span>{say('appliedAt', { at: time(submittedAt) })}</span>
          {decidedAt !== null && <span>{` · ${say('decidedAt', { at: time(decidedAt) })}`}</span>}
        </>
      }
    />
  )
}

interface Fields {
  kind: Verification['kind']
  legalName: string
  registrationNumber?: string
}

interface ChosenDocument extends TeamDocument {
  name: string
}

function Application({ before }: { before: Verification | null }) {
  const say = useTexts('team-members')
  const [documents, setDocuments] = useState<readonly ChosenDocument[]>([])
  const add = useAction({
    run: async (file: File) => ({
      ...(await api().teams.addDocument(new Uint8Array(await file.arrayBuffer()))),
      name: file.name,
    }),
    onDone: (added) => setDocuments((known) => [...known.filter(({ id }) => id !== added.id), added]),
    done: null,
  })
  const apply = useAction({
    run: ({ registrationNumber = '', ...fields }: Fields) =>
      api().teams.submitVerification({
        ...fields,
        ...(registrationNumber === '' ? {} : { registrationNumber }),
        documents: documents.map(({ id }) => id),
      }),
    renews: [['team']],
    done: say('applied'),
  })
  return (
    <Form
      layout="vertical"
      initialValues={{
        kind: before?.kind ?? 'organisation',
        legalName: before?.legalName,
        registrationNumber: before?.registrationNumber ?? '',
      }}
      onFinish={(fields: Fields) => void apply.run(fields)}
    >
      <Form.Item name="kind" label={say('kind')}>
        <Select
          options={['organisation', 'individual'].map((kind) => ({ value: kind, label: say(`kinds.${kind}`) }))}
        />
      </Form.Item>
      <Form.Item name="legalName" label={say('legalName')} rules={[{ required: true, whitespace: true, max: 200 }]}>
        <Input maxLength={200} autoComplete="organization" />
      </Form.Item>
      <Form.Item name="registrationNumber" label={say('registrationNumber')} rules={[{ max: 64 }]}>
        <Input maxLength={64} />
      </Form.Item>
      <Form.Item label={say('documents')} extra={say('documentsHint', { megabytes: documentMaxBytes / 1024 / 1024 })}>
        <Flex gap={8} wrap align="center">
          {documents.map(({ id, name }) => (
            <Tag key={id} closable onClose={() => setDocuments((known) => known.filter((one) => one.id !== id))}>
              {name}
            </Tag>
          ))}
          <FileButton
            label={say('addDocument')}
            accept="application/pdf,image/png,image/jpeg"
            isBusy={add.isRunning}
            onChoose={(file) => void add.run(file)}
          />
        </Flex>
      </Form.Item>
      <Button type="primary" htmlType="submit" disabled={documents.length === 0} loading={apply.isRunning}>
        {say('apply')}
      </Button>
    </Form>
  )
}
