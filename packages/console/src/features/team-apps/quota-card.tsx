import type { Quota } from '@banyan/contract/quotas'
import { useQuery } from '@tanstack/react-query'
import { Card, Flex, Progress, Typography } from 'antd'
import { api } from '../../house/client.ts'
import { useLanguage, useTexts, type Say } from '../../house/language.ts'
import { Loaded } from '../../house/states.tsx'

/** What the mini-program may use of the platform, and what is left of it. */
export function QuotaCard({ appId }: { appId: string }) {
  const say = useTexts('team-apps')
  const quotas = useQuery({ queryKey: ['apps', appId, 'quotas'], queryFn: () => api().releases.quotas(appId) })
  return (
    <Card title={say('quotas')}>
      <Loaded query={quotas}>
        {(items) => (
          <Flex vertical gap={12}>
            {items.map((quota) => (
              <QuotaRow key={quota.key} quota={quota} />
            ))}
          </Flex>
        )}
      </Loaded>
    </Card>
  )
}

function QuotaRow({ quota }: { quota: Quota }) {
  const say = useTexts('team-apps')
  const language = useLanguage()
  const { key, limit, used } = quota
  const name = say(`quotaNames.${key.replace('quotas.', '')}`)
  const amount = (value: number) => amountText(value, quota.unit, language)
  const left = used === null ? limit : Math.max(0, limit - used)
  return (
    <div>
      <Flex wrap justify="space-between" gap={8}>
        <span>{name}</span>
        <Typography.Text type="secondary">{leftText(say, used === null, amount(left), amount(limit))}</Typography.Text>
      </Flex>
      {used !== null && (
        <Progress
          percent={limit === 0 ? 100 : Math.min(100, Math.round((used / limit) * 100))}
          status={left === 0 ? 'exception' : 'normal'}
          showInfo={false}
          aria-label={name}
        />
      )}
    </div>
  )
}

function leftText(say: Say, isForEach: boolean, left: string, limit: string): string {
  return isForEach ? say('quotaEach', { limit }) : say('quotaLeft', { left, limit })
}

function amountText(value: number, unit: Quota['unit'], language: string): string {
  if (unit === 'count') return value.toLocaleString(language)
  const gigabytes = value / 1024 ** 3
  if (gigabytes >= 1) return `${gigabytes.toFixed(1)} GB`
  return value < 1024 * 1024 ? `${(value / 1024).toFixed(1)} KB` : `${(value / 1024 / 1024).toFixed(1)} MB`
}
