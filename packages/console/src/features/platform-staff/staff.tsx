import { platformRoles, type PlatformRole } from '@banyan/contract/permissions'
import type { SetStaffInput, StaffList } from '@banyan/contract/teams'
import { useQuery } from '@tanstack/react-query'
import { App as AntApp, Button, Form, Input, Modal, Select, Table } from 'antd'
import { useState } from 'react'
import { useAction } from '../../house/action.tsx'
import { api } from '../../house/client.ts'
import { useTexts } from '../../house/language.ts'
import { PageFrame } from '../../house/page.tsx'
import { ScrollBox } from '../../house/scroll-box.tsx'
import { useCan } from '../../house/session.tsx'
import { Loaded } from '../../house/states.tsx'

type Somebody = StaffList['items'][number]

export function Page() {
  const say = useTexts('platform-staff')
  const can = useCan()
  const [isAdding, setAdding] = useState(false)
  const staff = useQuery({ queryKey: ['staff'], queryFn: () => api().teams.staff() })
  const button = can('staff.manage') && (
    <Button type="primary" onClick={() => setAdding(true)}>
      {say('add')}
    </Button>
  )
  return (
    <PageFrame title={say('staff')} about={say('staffAbout')} actions={button}>
      <Loaded query={staff}>{({ items }) => <StaffTable items={items} />}</Loaded>
      <NewStaff isOpen={isAdding} onClose={() => setAdding(false)} />
    </PageFrame>
  )
}

function useSetStaff(onDone?: () => void) {
  return useAction({
    run: (input: SetStaffInput) => api().teams.setStaff(input),
    renews: [['staff']],
    ...(onDone && { onDone }),
  })
}

function useRoleOptions() {
  const say = useTexts('platform-staff')
  return platformRoles.map((value) => ({ value, label: say(`platformRoles.${value}`) }))
}

function StaffTable({ items }: { items: readonly Somebody[] }) {
  const say = useTexts('platform-staff')
  const mayManage = useCan()('staff.manage')
  const { modal } = AntApp.useApp()
  const options = useRoleOptions()
  const set = useSetStaff()
  const askToEnd = ({ name, email }: Somebody) =>
    void modal.confirm({
      title: say('endText', { name }),
      okText: say('end'),
      onOk: () => set.run({ email, role: null }),
    })
  return (
    <ScrollBox>
      <Table
        rowKey="userId"
        dataSource={[...items]}
        pagination={false}
        columns={[
          { title: say('name'), dataIndex: 'name' },
          { title: say('email'), dataIndex: 'email' },
          {
            title: say('role'),
            render: (_, somebody) => (
              <Select<PlatformRole>
                className="filter"
                aria-label={`${say('role')}: ${somebody.name}`}
                disabled={!mayManage}
                value={somebody.role}
                options={options}
                onChange={(role) => void set.run({ email: somebody.email, role })}
              />
            ),
          },
          {
            title: say('end'),
            render: (_, somebody) =>
              mayManage && (
                <Button danger onClick={() => askToEnd(somebody)}>
                  {say('end')}
                </Button>
              ),
          },
        ]}
      />
    </ScrollBox>
  )
}

function NewStaff({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const say = useTexts('platform-staff')
  const [form] = Form.useForm<{ email: string; role: PlatformRole }>()
  const options = useRoleOptions()
  const set = useSetStaff(() => {
    form.resetFields()
    onClose()
  })
  return (
    <Modal
      open={isOpen}
      title={say('add')}
      okText={say('add')}
      confirmLoading={set.isRunning}
      onOk={form.submit}
      onCancel={onClose}
    >
      <Form form={form} layout="vertical" onFinish={(fields) => void set.run(fields)}>
        <Form.Item name="email" label={say('email')} rules={[{ required: true, type: 'email' }]}>
          <Input autoComplete="off" />
        </Form.Item>
        <Form.Item name="role" label={say('role')} rules={[{ required: true }]}>
          <Select options={options} />
        </Form.Item>
      </Form>
    </Modal>
  )
}
