import type { Team, UpdateTeamInput } from '@banyan/contract/teams'
import { useQuery } from '@tanstack/react-query'
import { Button, Card, Checkbox, Form, Input } from 'antd'
import { useAction } from '../../house/action.tsx'
import { api } from '../../house/client.ts'
import { useTexts } from '../../house/language.ts'
import { PageFrame } from '../../house/page.tsx'
import { Loaded } from '../../house/states.tsx'
import { VerificationCard } from './verification.tsx'

export function Page() {
  const say = useTexts('team-members')
  const team = useQuery({ queryKey: ['team'], queryFn: () => api().teams.read() })
  return (
    <PageFrame title={say('team')} about={say('teamAbout')}>
      <Loaded query={team}>{(found) => <Settings team={found} />}</Loaded>
      <VerificationCard />
    </PageFrame>
  )
}

function Settings({ team }: { team: Team }) {
  const say = useTexts('team-members')
  const sayHouse = useTexts()
  const save = useAction({
    run: (input: UpdateTeamInput) => api().teams.update(input),
    renews: [['team'], ['me']],
  })
  return (
    <Card>
      <Form
        layout="vertical"
        initialValues={{ name: team.name, fourEyes: team.fourEyes }}
        onFinish={(fields: UpdateTeamInput) => void save.run(fields)}
      >
        <Form.Item name="name" label={say('name')} rules={[{ required: true, max: 60 }]}>
          <Input maxLength={60} />
        </Form.Item>
        <Form.Item name="fourEyes" valuePropName="checked">
          <Checkbox>{say('fourEyes')}</Checkbox>
        </Form.Item>
        <Button type="primary" htmlType="submit" loading={save.isRunning}>
          {sayHouse('save')}
        </Button>
      </Form>
    </Card>
  )
}
