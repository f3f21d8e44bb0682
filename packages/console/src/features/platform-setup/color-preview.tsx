/** How buttons and links come out in both themes, and by how much they stand out. */
import { colorsOfBrand, type Colors } from '@banyan/contract/brand'
import { contrastRatio } from '@banyan/contract/tokens'
import { Alert, Flex } from 'antd'
import { useTexts } from '../../house/language.ts'

export function ColorPreview({ color }: { color: string }) {
  const say = useTexts('platform-setup')
  const { light, dark } = colorsOfBrand(color)
  const isMended = light.primary.toUpperCase() !== color.toUpperCase()
  return (
    <Flex vertical gap={12}>
      <Flex wrap gap={12}>
        <Sample label={say('inLight')} colors={light} />
        <Sample label={say('inDark')} colors={dark} />
      </Flex>
      {isMended && <Alert type="info" role="status" showIcon title={say('colorMended', { color: light.primary })} />}
    </Flex>
  )
}

function Sample({ label, colors }: { label: string; colors: Colors }) {
  const say = useTexts('platform-setup')
  const contrast = contrastRatio(colors.onPrimary, colors.primary).toFixed(1)
  return (
    <div className="color-sample" style={{ background: colors.surface, color: colors.ink, borderColor: colors.line }}>
      <strong>{label}</strong>
      <span className="color-button" style={{ background: colors.primary, color: colors.onPrimary }}>
        {say('sampleButton')}
      </span>
      <span style={{ color: colors.primary }}>{say('sampleLink')}</span>
      <small style={{ color: colors.secondary }}>{say('contrast', { contrast })}</small>
    </div>
  )
}
