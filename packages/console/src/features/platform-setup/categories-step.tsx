import { Link } from '@tanstack/react-router'
import { Typography } from 'antd'
import { useTexts } from '../../house/language.ts'
import { StepButtons, type StepProps } from './step-frame.tsx'

export function CategoriesStep({ onDone }: StepProps) {
  const say = useTexts('platform-setup')
  return (
    <>
      <Typography.Paragraph>
        <Link to="/platform/categories">{say('categoriesEdit')}</Link>
      </Typography.Paragraph>
      <StepButtons onDone={onDone} />
    </>
  )
}
