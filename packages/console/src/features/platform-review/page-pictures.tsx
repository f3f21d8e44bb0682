import type { PageLook } from '@banyan/contract/page-checks'
import { useQuery } from '@tanstack/react-query'
import { Card, Flex, Tag, Typography } from 'antd'
import { ApiError } from '@banyan/sdk'
import { api } from '../../house/client.ts'
import { useTexts } from '../../house/language.ts'
import { Loaded } from '../../house/states.tsx'

interface Version {
  appId: string
  version: string
}

export function PagePictures({ appId, version }: Version) {
  const say = useTexts('platform-review')
  const report = useQuery({
    queryKey: ['review', 'pages', appId, version],
    queryFn: () => readReport({ appId, version }),
  })
  return (
    <Loaded query={report}>
      {(found) =>
        found === null || found.pages.length === 0 ? (
          <Typography.Text type="secondary">{found?.reason ?? say('noPages')}</Typography.Text>
        ) : (
          <ul className="cards">
            {found.pages.map((page) => (
              <li key={page.path}>
                <PagePicture page={page} of={{ appId, version }} />
              </li>
            ))}
          </ul>
        )
      }
    </Loaded>
  )
}

/** None is no failure here. */
async function readReport({ appId, version }: Version) {
  try {
    return await api().review.pagesUnderReview(appId, version)
  } catch (error) {
    if (error instanceof ApiError && error.status === 404) return null
    throw error
  }
}

function PagePicture({ page, of }: { page: PageLook; of: Version }) {
  const say = useTexts('platform-review')
  const { difference } = page
  return (
    <Card size="small" title={<span title={page.path}>{page.path}</span>}>
      <Flex gap={8} wrap>
        <Picture of={of} image={page.screenshot} name={say('picture', { page: page.path })} />
        {difference !== null && difference.share > 0 && (
          <>
            <Picture of={of} image={difference.before} name={say('before')} />
            <Picture of={of} image={difference.image} name={say('difference')} />
          </>
        )}
      </Flex>
      <Flex gap={4} wrap>
        {page.faults.length > 0 && <Tag color="error">{say('faults', { count: page.faults.length })}</Tag>}
        {difference !== null && (
          <Tag color={difference.share > 0 ? 'warning' : 'default'}>
            {difference.share > 0
              ? say('changedShare', { percent: (difference.share * 100).toFixed(1) })
              : say('unchanged')}
          </Tag>
        )}
        {page.figures && <Tag>{say('shownMs', { count: Math.round(page.figures.shownMs) })}</Tag>}
      </Flex>
      {page.faults.map((fault) => (
        <Typography.Paragraph key={fault} className="written">
          {fault}
        </Typography.Paragraph>
      ))}
    </Card>
  )
}

function Picture({ of: { appId, version }, image, name }: { of: Version; image: string | null; name: string }) {
  if (image === null) return null
  const base = `/api/v1/review/${encodeURIComponent(appId)}/versions/${encodeURIComponent(version)}`
  return (
    <img className="page-picture" src={`${base}/page-report/images/${image}`} alt={name} title={name} loading="lazy" />
  )
}
