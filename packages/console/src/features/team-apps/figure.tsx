import { Card, Typography } from 'antd'
import type { ReactNode } from 'react'

export function Figure({ label, children }: { label: string; children: ReactNode }) {
  return (
    <Card className="figure">
      <Typography.Text type="secondary">{label}</Typography.Text>
      <div className="figure-value">{children}</div>
    </Card>
  )
}
