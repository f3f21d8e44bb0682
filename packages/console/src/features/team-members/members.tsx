import { teamRoles, type TeamRole } from '@banyan/contract/permissions'
import type { CustomRole, Invitation, Member } from '@banyan/contract/teams'
import { useQuery } from '@tanstack/react-query'
import { Alert, Button, Card, Flex, Form, Input, Modal, Popconfirm, Select, Typography } from 'antd'
import { useState } from 'react'
import { useAction } from '../../house/action.tsx'
import { api } from '../../house/client.ts'
import { useTexts, useTimeFormat } from '../../house/language.ts'
import { PageFrame } from '../../house/page.tsx'
import { useCan } from '../../house/session.tsx'
import { Loaded } from '../../house/states.tsx'
import { EndingCard } from './ending-card.tsx'

export function Page() {
  const say = useTexts('team-members')
  const sayHouse = useTexts()
  const can = useCan()
  const [isInviting, setInviting] = useState(false)
  const [invitation, setInvitation] = useState<Invitation>()
  const members = useQuery({ queryKey: ['members'], queryFn: () => api().teams.members() })
  const roles = useQuery({ queryKey: ['roles'], queryFn: () => api().teams.roles() })
  const mayManage = can('member.manage')
  return (
    <PageFrame
      title={say('members')}
      about={say('membersAbout')}
      actions={
        mayManage && (
          <Button type="primary" onClick={() => setInviting(true)}>
            {say('invite')}
          </Button>
        )
      }
    >
      {invitation && (
        <Alert
          role="status"
          type="success"
          showIcon
          title={`${say('inviteLink')} · ${sayHouse('once')}`}
          description={
            <Typography.Text code copyable className="secret" data-testid="invitation">
              {invitation.url}
            </Typography.Text>
          }
        />
      )}
      <Loaded query={members}>
        {(items) =>
          items.map((member) => (
            <MemberCard key={member.userId} member={member} roles={roles.data ?? []} mayManage={mayManage} />
          ))
        }
      </Loaded>
      {mayManage && <Invitations />}
      {members.data && <EndingCard members={members.data} />}
      <Invite
        isOpen={isInviting}
        roles={roles.data ?? []}
        onClose={() => setInviting(false)}
        onInvited={setInvitation}
      />
    </PageFrame>
  )
}

interface MemberCardProps {
  member: Member
  roles: readonly CustomRole[]
  mayManage: boolean
}

function MemberCard({ member, roles, mayManage }: MemberCardProps) {
  const say = useTexts('team-members')
  const renews = [['members']]
  const setRole = useAction({
    run: (role: TeamRole) => api().teams.updateMember(member.userId, { role }),
    renews,
  })
  const setCustomRole = useAction({
    run: (customRole: string) =>
      api().teams.updateMember(member.userId, { customRole: customRole === '' ? null : customRole }),
    renews,
  })
  const remove = useAction({ run: () => api().teams.removeMember(member.userId), renews })
  return (
    <Card>
      <Flex wrap gap={12} align="center">
        <div className="grow">
          <strong>{member.name}</strong>
          <div>
            <Typography.Text type="secondary">{member.email}</Typography.Text>
          </div>
        </div>
        <Select
          aria-label={`${say('role')}: ${member.name}`}
          disabled={!mayManage}
          value={member.role}
          options={teamRoles.map((role) => ({ value: role, label: say(`teamRoles.${role}`) }))}
          onChange={(role) => void setRole.run(role)}
        />
        <Select
          aria-label={`${say('customRole')}: ${member.name}`}
          disabled={!mayManage}
          value={member.customRole ?? ''}
          options={roleOptions(roles, say('noCustomRole'))}
          onChange={(role) => void setCustomRole.run(role)}
        />
        {mayManage && (
          <Popconfirm
            title={say('removeTitle', { name: member.name })}
            okText={say('remove')}
            onConfirm={() => void remove.run()}
          >
            <Button danger>{say('remove')}</Button>
          </Popconfirm>
        )}
      </Flex>
    </Card>
  )
}

function roleOptions(roles: readonly CustomRole[], none: string) {
  return [{ value: '', label: none }, ...roles.map(({ id, name }) => ({ value: id, label: name }))]
}

function Invitations() {
  const say = useTexts('team-members')
  const time = useTimeFormat()
  const invitations = useQuery({ queryKey: ['invitations'], queryFn: () => api().teams.invitations() })
  const revoke = useAction({
    run: (id: string) => api().teams.revokeInvitation(id),
    renews: [['invitations']],
    done: say('invitationRevoked'),
  })
  if (!invitations.data?.items.length) return null
  return (
    <Card title={say('invitations')}>
      {invitations.data.items.map(({ id, email, expiresAt }) => (
        <Flex key={id} wrap gap={12} align="center" className="row">
          <span className="grow">{`${email ?? say('anybody')} · ${say('expires', { at: time(expiresAt) })}`}</span>
          <Button danger loading={revoke.isRunning} onClick={() => void revoke.run(id)}>
            {say('revokeInvitation')}
          </Button>
        </Flex>
      ))}
    </Card>
  )
}

interface Fields {
  email?: string
  role: TeamRole
  customRole?: string
}

interface InviteProps {
  isOpen: boolean
  roles: readonly CustomRole[]
  onClose: () => void
  onInvited: (invitation: Invitation) => void
}

function Invite({ isOpen, roles, onClose, onInvited }: InviteProps) {
  const say = useTexts('team-members')
  const [form] = Form.useForm<Fields>()
  const invite = useAction({
    run: ({ email = '', role, customRole = '' }: Fields) =>
      api().identity.inviteMember({
        role,
        ...(email === '' ? {} : { email }),
        ...(customRole === '' ? {} : { customRole }),
      }),
    renews: [['invitations']],
    onDone(invitation) {
      onInvited(invitation)
      form.resetFields()
      onClose()
    },
    done: null,
  })
  return (
    <Modal
      open={isOpen}
      title={say('invite')}
      okText={say('invite')}
      confirmLoading={invite.isRunning}
      onOk={form.submit}
      onCancel={onClose}
    >
      <Form
        form={form}
        layout="vertical"
        initialValues={{ role: 'developer', customRole: '' }}
        onFinish={(fields) => void invite.run(fields)}
      >
        <Form.Item name="email" label={say('email')} extra={say('emailHint')} rules={[{ type: 'email' }]}>
          <Input type="email" />
        </Form.Item>
        <Form.Item name="role" label={say('role')}>
          <Select options={teamRoles.map((role) => ({ value: role, label: say(`teamRoles.${role}`) }))} />
        </Form.Item>
        <Form.Item name="customRole" label={say('customRole')}>
          <Select options={roleOptions(roles, say('noCustomRole'))} />
        </Form.Item>
      </Form>
    </Modal>
  )
}
