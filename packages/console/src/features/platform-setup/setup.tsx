import { useNavigate, useSearch } from '@tanstack/react-router'
import { Card, Grid, Steps, Typography } from 'antd'
import { useEffect, useRef, type ComponentType } from 'react'
import { useTexts } from '../../house/language.ts'
import { PageFrame } from '../../house/page.tsx'
import { AddressStep } from './address-step.tsx'
import { BrandStep } from './brand-step.tsx'
import { CategoriesStep } from './categories-step.tsx'
import { Checklist } from './checklist.tsx'
import { LanguagesStep } from './languages-step.tsx'
import { MailStep } from './mail-step.tsx'
import { ModelStep } from './model-step.tsx'
import { SamplesStep } from './samples-step.tsx'
import { SignInStep } from './sign-in-step.tsx'
import type { StepProps } from './step-frame.tsx'
import { stepAfter, stepNames, stepOf, type StepName } from './steps.ts'

const contents = {
  brand: BrandStep,
  languages: LanguagesStep,
  model: ModelStep,
  categories: CategoriesStep,
  signIn: SignInStep,
  mail: MailStep,
  address: AddressStep,
  samples: SamplesStep,
  checklist: Checklist,
} as const satisfies Record<StepName, ComponentType<StepProps>>

export function Page() {
  const say = useTexts('platform-setup')
  const search: { step?: unknown } = useSearch({ strict: false })
  const navigate = useNavigate()
  const isWide = Grid.useBreakpoint().md ?? window.innerWidth >= 768
  const step = stepOf(search.step)
  const number = stepNames.indexOf(step)
  const Content = contents[step]
  const go = (name: StepName) => void navigate({ to: '/platform/setup', search: { step: name } })
  return (
    <PageFrame title={say('setup')} about={say('setupAbout')}>
      <div className="wizard">
        {isWide ? (
          <nav aria-label={say('setup')}>
            <Steps
              orientation="vertical"
              size="small"
              current={number}
              onChange={(at) => go(stepNames[at] ?? step)}
              items={stepNames.map((name) => ({ title: say(`steps.${name}`) }))}
            />
          </nav>
        ) : (
          <Typography.Text type="secondary">
            {say('stepOf', { number: number + 1, count: stepNames.length })}
          </Typography.Text>
        )}
        <Card>
          <StepTitle key={step} step={step} />
          <Content onDone={() => go(stepAfter(step))} />
        </Card>
      </div>
    </PageFrame>
  )
}

/** Takes the focus when the step changes, so that who listens knows where he is. */
function StepTitle({ step }: { step: StepName }) {
  const say = useTexts('platform-setup')
  const search: { step?: unknown } = useSearch({ strict: false })
  const heading = useRef<HTMLHeadingElement>(null)
  const isAsked = search.step !== undefined
  useEffect(() => {
    if (isAsked) heading.current?.focus()
  }, [isAsked])
  return (
    <>
      <h2 ref={heading} tabIndex={-1} className="step-title">
        {say(`steps.${step}`)}
      </h2>
      <Typography.Paragraph type="secondary">{say(`abouts.${step}`)}</Typography.Paragraph>
    </>
  )
}
