import { appMemberInputSchema } from '@banyan/contract/teams'
import type { Member } from '@banyan/contract/teams'
import type { PreviewLink } from '@banyan/contract/releases'
import { useQuery } from '@tanstack/react-query'
import { Button, Card, Flex, Form, Select, Tag, Typography } from 'antd'
import { useAction } from '../../house/action.tsx'
import { api } from '../../house/client.ts'
import { useTexts, useTimeFormat } from '../../house/language.ts'
import { PageFrame } from '../../house/page.tsx'
import { useParam } from '../../house/router.tsx'
import { EmptyState, Loaded } from '../../house/states.tsx'

export function Page() {
  const say = useTexts('team-members')
  const appId = useParam('appId')
  const members = useQuery({ queryKey: ['members'], queryFn: () => api().teams.members() })
  const links = useQuery({ queryKey: ['apps', appId, 'links'], queryFn: () => api().releases.previewLinks(appId) })
  return (
    <PageFrame title={say('testers')} about={say('testersAbout')}>
      <Loaded query={members}>{(items) => <Testers appId={appId} members={items} />}</Loaded>
      <Card title={say('links')}>
        <Loaded query={links}>
          {(items) =>
            items.length === 0 ? (
              <EmptyState title={say('noLinks')} text={say('noLinksText')} />
            ) : (
              items.map((link) => <LinkRow key={link.id} appId={appId} link={link} />)
            )
          }
        </Loaded>
      </Card>
    </PageFrame>
  )
}

function rolesIn(member: Member, appId: string): string[] {
  return member.apps.filter((entry) => entry.appId === appId).map(({ role }) => role)
}

function isTester(member: Member, appId: string): boolean {
  return rolesIn(member, appId).includes('tester')
}

function Testers({ appId, members }: { appId: string; members: readonly Member[] }) {
  const say = useTexts('team-members')
  const testers = members.filter((member) => isTester(member, appId))
  const others = members.filter((member) => !isTester(member, appId))
  const set = useSetTester(appId)
  const [form] = Form.useForm<{ userId: string }>()
  const add = async ({ userId }: { userId: string }) => {
    const member = members.find((one) => one.userId === userId)
    if (member) await set.run({ member, isTester: true })
    form.resetFields()
  }
  return (
    <Card title={say('testers')}>
      {testers.length === 0 && <EmptyState title={say('noTesters')} text={say('noTestersText')} />}
      {testers.map((member) => (
        <Flex key={member.userId} gap={12} align="center" wrap className="row">
          <div className="grow">
            <strong>{member.name}</strong> <Typography.Text type="secondary">{member.email}</Typography.Text>
          </div>
          <Button loading={set.isRunning} onClick={() => void set.run({ member, isTester: false })}>
            {say('removeTester')}
          </Button>
        </Flex>
      ))}
      <Form form={form} layout="vertical" onFinish={(fields) => void add(fields)}>
        <Form.Item name="userId" label={say('addTester')} rules={[{ required: true }]}>
          <Select
            showSearch={{ optionFilterProp: 'label' }}
            options={others.map(({ userId, name, email }) => ({ value: userId, label: `${name} · ${email}` }))}
          />
        </Form.Item>
        <Button htmlType="submit" loading={set.isRunning}>
          {say('add')}
        </Button>
      </Form>
    </Card>
  )
}

/** Roles in the app that are not a preset are the team's own; they stay as they are. */
function useSetTester(appId: string) {
  return useAction({
    run({ member, isTester: becomes }: { member: Member; isTester: boolean }) {
      const kept = rolesIn(member, appId).filter((role) => role !== 'tester')
      const roles = appMemberRoles(becomes ? [...kept, 'tester'] : kept)
      return api().teams.setAppMember(appId, member.userId, { roles })
    },
    renews: [['members']],
  })
}

function appMemberRoles(roles: readonly string[]) {
  return appMemberInputSchema.parse({ roles }).roles
}

function LinkRow({ appId, link }: { appId: string; link: PreviewLink }) {
  const say = useTexts('team-members')
  const time = useTimeFormat()
  const revoke = useAction({
    run: () => api().releases.revokePreviewLink(appId, link.id),
    renews: [['apps', appId, 'links']],
  })
  return (
    <Flex gap={12} align="center" wrap className="row">
      <div className="grow">
        <strong>{link.label}</strong> <Tag>{link.version ?? say('trialVersion')}</Tag>
        <Typography.Text type="secondary">
          {`${say('expires', { at: time(link.expiresAt) })} · ${say('opened', { count: link.openCount })}`}
        </Typography.Text>
      </div>
      <Button danger loading={revoke.isRunning} onClick={() => void revoke.run()}>
        {say('revokeLink')}
      </Button>
    </Flex>
  )
}
