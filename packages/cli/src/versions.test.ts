import { expect, test } from 'vitest'
import { nextPreviewVersion, nextVersion } from './versions.ts'

test('counts on from the highest version, as numbers and whatever the order', () => {
  expect(nextVersion([])).toBe('1.0.0')
  expect(nextVersion([{ version: '1.2.9' }, { version: '1.2.10' }, { version: '0.9.99' }])).toBe('1.2.11')
  expect(nextVersion([{ version: '2.0.0-beta.1' }, { version: '1.9.0' }])).toBe('2.0.1')
})

test('previews count for themselves and never use up a version', () => {
  const versions = [{ version: '1.2.9' }, { version: '1.2.10-preview.1' }, { version: '1.2.10-preview.12' }]
  expect(nextVersion(versions)).toBe('1.2.10')
  expect(nextPreviewVersion(versions)).toBe('1.2.10-preview.13')
  expect(nextPreviewVersion([])).toBe('1.0.0-preview.1')
})
