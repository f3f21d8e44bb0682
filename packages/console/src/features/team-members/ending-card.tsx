import type { Member } from '@banyan/contract/teams'
import { Button, Card, Flex, Popconfirm, Select, Typography } from 'antd'
import { useState } from 'react'
import { useAction } from '../../house/action.tsx'
import { api, chooseWorkspace } from '../../house/client.ts'
import { useTexts } from '../../house/language.ts'
import { useCan, useMe } from '../../house/session.tsx'

/** Going out of the team, for everybody, and giving it away, for its owner. */
export function EndingCard({ members }: { members: readonly Member[] }) {
  const say = useTexts('team-members')
  const can = useCan()
  const me = useMe()
  const leave = useAction({
    run: () => api().teams.leave(),
    onDone() {
      chooseWorkspace(null)
      window.location.assign('/console')
    },
    done: null,
  })
  const team = me.workspaces.find(({ id }) => id === me.workspaceId)?.name ?? ''
  return (
    <Card title={say('ending')}>
      <Typography.Paragraph type="secondary">{say('endingAbout')}</Typography.Paragraph>
      <Flex wrap gap={12}>
        {can('team.transfer') && <HandOver members={members.filter(({ email }) => email !== me.email)} />}
        <Popconfirm title={say('leaveTitle', { name: team })} okText={say('leave')} onConfirm={() => void leave.run()}>
          <Button danger loading={leave.isRunning}>
            {say('leave')}
          </Button>
        </Popconfirm>
      </Flex>
    </Card>
  )
}

function HandOver({ members }: { members: readonly Member[] }) {
  const say = useTexts('team-members')
  const [chosen, setChosen] = useState<string>()
  const heir = members.find(({ userId }) => userId === chosen)
  const handOver = useAction({
    run: (userId: string) => api().teams.handOver(userId),
    renews: [['members'], ['me']],
    onDone: () => setChosen(undefined),
  })
  if (members.length === 0) return null
  return (
    <Flex wrap gap={8}>
      <Select
        className="filter"
        aria-label={say('handOver')}
        placeholder={say('chooseMember')}
        value={chosen ?? null}
        options={members.map(({ userId, name }) => ({ value: userId, label: name }))}
        onChange={(userId: string | null) => setChosen(userId ?? undefined)}
      />
      <Popconfirm
        title={say('handOverTitle', { name: heir?.name ?? '' })}
        description={say('handOverText')}
        okText={say('handOver')}
        disabled={!heir}
        onConfirm={() => heir && void handOver.run(heir.userId)}
      >
        <Button danger disabled={!heir} loading={handOver.isRunning}>
          {say('handOver')}
        </Button>
      </Popconfirm>
    </Flex>
  )
}
