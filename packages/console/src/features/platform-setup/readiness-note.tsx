/** How one item of the checklist stands now. */
import type { ReadinessItem } from '@banyan/contract/readiness'
import { useQuery } from '@tanstack/react-query'
import { Alert } from 'antd'
import { api } from '../../house/client.ts'
import { useLanguage } from '../../house/language.ts'
import { Loaded } from '../../house/states.tsx'

export function useReadiness() {
  return useQuery({ queryKey: ['readiness'], queryFn: () => api().operations.readiness() })
}

export function ReadinessNote({ item }: { item: ReadinessItem['item'] }) {
  const language = useLanguage()
  const readiness = useReadiness()
  return (
    <Loaded query={readiness}>
      {({ items }) =>
        items
          .filter((each) => each.item === item)
          .map(({ isDone, detail }) => (
            <Alert key={item} type={isDone ? 'success' : 'warning'} role="status" showIcon title={detail[language]} />
          ))
      }
    </Loaded>
  )
}
