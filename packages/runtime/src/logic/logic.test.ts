import { afterEach, describe, expect, it } from 'vitest'
import { type RunningApp, type RunOptions, runApp, type Sources } from '../testing/run-app.ts'

let app: RunningApp | undefined
afterEach(() => app?.stop())

async function run(sources: Sources, options?: RunOptions): Promise<RunningApp> {
  app = await runApp(
    { 'app.json': '{"pages":["pages/home"]}', 'app.js': 'App({})', 'pages/home.js': 'Page({})', ...sources },
    options,
  )
  return app
}

describe('a page', () => {
  it('shows its data and what setData changes', async () => {
    const app = await run({
      'pages/home.js': `Page({
        data: { name: 'world', list: [1, 2, 3], on: true },
        change() { this.setData({ name: 'moon', 'list[1]': 5, on: false }) },
      })`,
      'pages/home.wxml': `<view class="a {{on ? 'b' : ''}}" bindtap="change">hello {{name}}</view><text wx:for="{{list}}" wx:key="*this">{{item}},</text>`,
    })
    expect(app.page().tree.toString()).toBe('<view class="a b">hello world</view><text>1,</text><text>2,</text><text>3,</text>')
    await app.page().fire('a')
    expect(app.page().tree.toString()).toBe('<view class="a">hello moon</view><text>1,</text><text>5,</text><text>3,</text>')
    expect(app.faults).toEqual([])
  })
})
