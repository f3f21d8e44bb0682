/** The same page of two versions, side by side. */
import type { PageReport } from '@banyan/contract/page-checks'
import type { VersionComparison } from '@banyan/contract/version-comparison'
import { Flex, Tag, Typography } from 'antd'
import { useTexts } from '../../house/language.ts'

const changeColors = { added: 'success', removed: 'error', changed: 'warning', same: 'default' } as const

interface PairProps {
  appId: string
  before: PageReport | null
  after: PageReport | null
  pages: VersionComparison['pages']
}

export function PagePairs({ appId, before, after, pages }: PairProps) {
  const say = useTexts('team-versions')
  if (before === null && after === null) {
    return <Typography.Text type="secondary">{say('noPictures')}</Typography.Text>
  }
  return (
    <Flex vertical gap={20}>
      {pages.map(({ path: route, change }) => (
        <section key={route} aria-label={route}>
          <Flex gap={8} align="center" wrap>
            <h2 className="small-title">{route}</h2>
            <Tag color={changeColors[change]}>{say(`changes.${change}`)}</Tag>
            {isSame(before, after, route) && <Tag>{say('samePicture')}</Tag>}
          </Flex>
          <Flex gap={16} wrap>
            {[before, after].map((report, side) => (
              <Picture key={side} appId={appId} report={report} route={route} />
            ))}
          </Flex>
        </section>
      ))}
    </Flex>
  )
}

function pictureOf(report: PageReport | null, route: string): string | null {
  return report?.pages.find(({ path }) => path === route)?.screenshot ?? null
}

function isSame(before: PageReport | null, after: PageReport | null, route: string): boolean {
  const picture = pictureOf(before, route)
  return picture !== null && picture === pictureOf(after, route)
}

function Picture({ appId, report, route }: { appId: string; report: PageReport | null; route: string }) {
  const say = useTexts('team-versions')
  const picture = pictureOf(report, route)
  if (report === null || picture === null) return <div className="no-picture">{say('noPicture')}</div>
  const { version } = report
  const base = `/api/v1/apps/${encodeURIComponent(appId)}/versions/${encodeURIComponent(version)}/page-report/images`
  return (
    <figure className="page-pair">
      <img src={`${base}/${picture}`} alt={`${route} ${version}`} loading="lazy" />
      <figcaption>{version}</figcaption>
    </figure>
  )
}
