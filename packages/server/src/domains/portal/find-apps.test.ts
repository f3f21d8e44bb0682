import { expect, test } from 'vitest'
import { findApps } from './find-apps.ts'

const app = (name: string, description = '') => ({
  id: name,
  workspaceId: 'w',
  name,
  description,
  iconPath: null,
  currentVersion: '1.0.0',
  category: null,
  standing: 'normal' as const,
  isServing: true,
})

test('finds by name before description, whatever the case and the width of the letters', () => {
  const apps = [app('Notes', 'a shop of ideas'), app('My Shop'), app('Shop'), app('Chess')]
  expect(findApps(apps, ' ＳＨＯＰ').map(({ name }) => name)).toEqual(['Shop', 'My Shop', 'Notes'])
  expect(findApps(apps, '')).toHaveLength(4)
})
