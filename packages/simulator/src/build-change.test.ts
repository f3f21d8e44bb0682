import type { PackageManifest } from '@banyan/contract/package-format'
import { expect, test } from 'vitest'
import { compareBuilds } from './build-change.ts'

const file = (name: string) => ({ hash: name.padEnd(64, '0'), sizeBytes: 1 })

function manifest(script: string, style: string, config = 'c'): PackageManifest {
  return {
    format: 1,
    compilerVersion: '1',
    minRuntime: 1,
    config: file(config),
    assets: file('a'),
    packages: [{ root: '', independent: false, script: file(script), style: file(style) }],
  }
}

test('a change of styles alone is taken in without new templates', () => {
  expect(compareBuilds(manifest('1', '1'), manifest('1', '2'), ['/app/app.wxss'])).toBe('style')
  expect(compareBuilds(manifest('1', '1'), manifest('1', '2'), ['/app/a.less', '/app/b.scss'])).toBe('style')
})

test('a change of WXML, with styles or without, is taken in as templates', () => {
  expect(compareBuilds(manifest('1', '1'), manifest('2', '2'), ['/app/a.wxml', '/app/a.wxss'])).toBe('template')
})

test('a change of code, with styles or without, is taken in as code while it needs no more of wx than before', () => {
  for (const path of ['/app/a.js', '/app/a.ts']) {
    expect(compareBuilds(manifest('1', '1'), manifest('2', '2'), ['/app/a.wxss', path])).toBe('code')
  }
  const next = { ...manifest('2', '1'), areas: ['file'] }
  expect(compareBuilds(manifest('1', '1'), next, ['/app/a.js'])).toBe('all')
})

test('code with templates, scripts of templates, configuration and what nobody has named start the app anew', () => {
  for (const path of ['/app/a.js', '/app/a.wxs', '/app/a.json']) {
    expect(compareBuilds(manifest('1', '1'), manifest('2', '1'), ['/app/a.wxml', path])).toBe('all')
  }
  expect(compareBuilds(manifest('1', '1'), manifest('2', '1', 'd'), ['/app/a.wxml'])).toBe('all')
  expect(compareBuilds(manifest('1', '1'), manifest('2', '1'), [])).toBe('all')
})

test('a save that changes nothing does nothing', () => {
  expect(compareBuilds(manifest('1', '1'), manifest('1', '1'), ['/app/a.js'])).toBe('none')
})
