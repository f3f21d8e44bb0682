/** The frame of a page: one heading, what can be done here, the content. */
import { Flex, Typography } from 'antd'
import type { ReactNode } from 'react'

export interface PageProps {
  title: ReactNode
  /** One line that says what the page is for. */
  about?: ReactNode
  actions?: ReactNode
  children: ReactNode
}

export function PageFrame({ title, about, actions, children }: PageProps) {
  return (
    <Flex vertical gap={20} className="page">
      <Flex wrap justify="space-between" align="flex-start" gap={12}>
        <div>
          <Typography.Title level={1} className="page-title">
            {title}
          </Typography.Title>
          {about !== undefined && <Typography.Text type="secondary">{about}</Typography.Text>}
        </div>
        {actions !== undefined && (
          <Flex wrap gap={8}>
            {actions}
          </Flex>
        )}
      </Flex>
      {children}
    </Flex>
  )
}
