import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchFrames, type Markup } from '../../view/testing/frame.ts'

let frames: Awaited<ReturnType<typeof launchFrames>>
beforeAll(async () => {
  frames = await launchFrames()
})
afterAll(() => frames.close())

const markup = (show: boolean): Markup[] => [
  [
    'share-element',
    { mapkey: 'x', transform: true, duration: 60_000, 'easing-function': 'linear', style: 'width:50px;height:40px' },
    'box',
  ],
  [
    'page-container',
    { key: 'c', show, duration: 100 },
    [
      'share-element',
      {
        mapkey: 'x',
        duration: 60_000,
        'easing-function': 'linear',
        style: 'width:150px;height:120px;margin-left:100px',
      },
      'box',
    ],
  ],
]

test('a shared element flies from its place in the page to where it will be in the container, as its attributes say', async () => {
  const view = await frames.open()
  await view.render(markup(false))
  await view.set('c', 'show', true)
  const flight = await view.frame.evaluate(() => {
    const copy = document.querySelector<HTMLElement>('.wx-share-flight')
    const [movement] = copy?.getAnimations() ?? []
    const effect = movement?.effect
    const hidden = [...document.querySelectorAll('wx-share-element[data-share-away]')]
    return {
      place: [copy?.style.left, copy?.style.width, copy?.style.height],
      frames: effect instanceof KeyframeEffect ? effect.getKeyframes().map(({ transform }) => transform) : [],
      duration: effect?.getTiming().duration,
      easing: effect?.getTiming().easing,
      hidden: hidden.map((each) => getComputedStyle(each).visibility),
    }
  })
  expect(flight).toMatchObject({ place: ['100px', '150px', '120px'], duration: 60_000, easing: 'linear' })
  expect(flight.frames[0]).toMatch(/^translate\(-100px, -?[\d.]+px\) scale\(0\.333333, 0\.333333\)$/)
  expect(flight.hidden).toEqual(['hidden', 'hidden'])
  await view.frame.evaluate(() => document.getAnimations().forEach((movement) => movement.finish()))
  await expect.poll(() => view.frame.locator('.wx-share-flight, [data-share-away]').count()).toBe(0)
  await view.close()
})
