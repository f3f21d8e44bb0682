/** Mini-programs of all teams, found by what is typed, in the order in which they were chosen. */
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { useState } from 'react'
import { api } from '../../house/client.ts'
import { useTexts } from '../../house/language.ts'

/** The form gives it value and listener. */
export function AppChoice({ value = [], ...given }: { value?: string[]; onChange?: (ids: string[]) => void }) {
  const say = useTexts('platform-portal')
  const [search, setSearch] = useState('')
  const found = useQuery({
    queryKey: ['platformApps', 'choice', search],
    queryFn: () => api().platform.apps({ standing: 'normal', limit: 50, ...(search !== '' && { search }) }),
    placeholderData: keepPreviousData,
  })
  const items = (found.data?.items ?? []).filter(({ currentVersion }) => currentVersion !== null)
  return (
    <Select
      {...given}
      mode="multiple"
      value={value}
      maxCount={20}
      loading={found.isFetching}
      placeholder={say('findApps')}
      notFoundContent={say('noneFound')}
      showSearch={{ filterOption: false, onSearch: setSearch }}
      options={items.map(({ id, name, workspaceName }) => ({ value: id, label: `${name} · ${workspaceName}` }))}
    />
  )
}
