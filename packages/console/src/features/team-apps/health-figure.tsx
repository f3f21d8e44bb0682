import { ApiError } from '@banyan/sdk'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { api } from '../../house/client.ts'
import { useTexts } from '../../house/language.ts'
import { Figure } from './figure.tsx'

const dayMs = 24 * 60 * 60 * 1000
const shown = 100

/** Requests through the gateway that failed within a day; nothing for whoever may not read the log. */
export function HealthFigure({ appId }: { appId: string }) {
  const say = useTexts('team-apps')
  const failed = useQuery({ queryKey: ['apps', appId, 'gateway-log', 'day'], queryFn: () => failedToday(appId) })
  if (failed.data === undefined || failed.data === null) return null
  const count = failed.data
  return (
    <Figure label={say('health')}>
      {count === 0 ? (
        say('healthy')
      ) : (
        <Link to={`/apps/${appId}/requests`} search={{ outcome: 'failed' }}>
          {say(count === shown ? 'failedMany' : 'failedRequests', { count })}
        </Link>
      )}
    </Figure>
  )
}

async function failedToday(appId: string): Promise<number | null> {
  try {
    const { items } = await api().gateway.log(appId, { outcome: 'failed', limit: shown })
    const since = Date.now() - dayMs
    return items.filter(({ at }) => Date.parse(at) >= since).length
  } catch (error) {
    if (error instanceof ApiError && error.status === 403) return null
    throw error
  }
}
