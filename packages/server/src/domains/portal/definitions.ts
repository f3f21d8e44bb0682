import { slotsKey, slotsSchema, type Slot } from '@banyan/contract/portal'
import type { SettingDefinition } from '#domains/settings'

export const slotsSetting: SettingDefinition<Slot[]> = {
  key: slotsKey,
  schema: slotsSchema,
  defaultValue: [],
  scopes: ['platform'],
  description: { zh: '门户首页的推荐位', en: 'What stands above the list on the home page' },
  editedAt: '/platform/home',
}
