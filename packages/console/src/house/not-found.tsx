import { Link } from '@tanstack/react-router'
import { Result } from 'antd'
import { useTexts } from './language.ts'

export function NotFound() {
  const say = useTexts()
  return (
    <Result
      status="404"
      title={say('notFound')}
      subTitle={say('notFoundText')}
      extra={<Link to="/">{say('home')}</Link>}
    />
  )
}
