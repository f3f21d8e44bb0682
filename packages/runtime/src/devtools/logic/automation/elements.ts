/** What the automation client asks of elements: found, read, touched and moved. */
import { type Element, NativeNode, TextNode, Element as TreeElement, type Node } from 'glass-easel'
import type { MeasureFields } from '../../../bridge/view-messages.ts'
import { dispatchViewEvent } from '../../../logic/framework/events.ts'
import { isComponentElement, treeNodeOf } from '../../../logic/framework/internals.ts'
import { platform } from '../../../logic/platform.ts'
import { isFunction, isRecord } from '../../../logic/values.ts'
import type { Answerers, Surroundings } from '../surroundings.ts'
import { attributesOf, componentOf, elementOf, idOf } from '../tree.ts'
import { elementActions } from './actions.ts'
import { callOn, valueAt } from './pages.ts'
import { select, shadowNodes, tagOf } from './select.ts'
import { innerWxml, outerWxml } from './write-wxml.ts'

type Params = Readonly<Record<string, unknown>>

/** How long a finger rests before it is a long press. */
const longPressMs = 350

const bubbling = /^(?:touch(?:start|move|end|cancel|forcechange)|tap|longpress|longtap|transitionend|animation\w+)$/

/** What built-in components have even where the template does not set it. */
const usualNames = ['value', 'checked', 'disabled', 'current', 'src', 'type', 'placeholder', 'x', 'y', 'min', 'max']

export function openElementAsks({ app, pages }: Surroundings): Answerers {
  const elementIn = ({ pageId, elementId }: Params): Element => elementOf(pages.find(pageId), Number(elementId))
  const measure = async (element: Element, fields: MeasureFields): Promise<Params> => {
    const results = await app.measure([{ element, fields }])
    const [result] = Array.isArray(results) ? results : []
    if (!isRecord(result)) throw new Error('this element is not on the screen')
    return result
  }
  const fire = (element: Element, name: string, detail: unknown, touches: Params = {}) => {
    const isBubbling = bubbling.test(name)
    const given = { ...touches }
    const result = dispatchViewEvent(element, {
      type: 'event',
      node: treeNodeOf(element)?.id ?? -1,
      name,
      detail,
      timeStamp: platform.now(),
      bubbles: isBubbling,
      composed: isBubbling,
      offsets: [],
      ...given,
    })
    return result
  }
  const center = async (element: Element) => {
    const { left, top, width, height } = await measure(element, { rect: true, size: true })
    const x = Number(left) + Number(width) / 2
    const y = Number(top) + Number(height) / 2
    return { identifier: 0, pageX: x, pageY: y, clientX: x, clientY: y }
  }
  let held: ReturnType<typeof setTimeout> | undefined
  const touch = (name: string) => async (params: Params) => {
    const element = elementIn(params)
    clearTimeout(held)
    const point = await center(element)
    const changed = params['changedTouches'] ?? params['changeTouches'] ?? [point]
    const touches = params['touches'] ?? (name === 'touchend' ? [] : [point])
    const detail = { x: point.pageX, y: point.pageY }
    fire(element, name, detail, { touches, changedTouches: changed })
    if (name === 'touchstart') {
      const pressed = () => fire(element, 'longpress', detail, { touches, changedTouches: changed })
      held = setTimeout(pressed, longPressMs)
    }
    return {}
  }
  const found = (root: Element, selector: unknown) => select(root, String(selector)).map(describe)
  const first = (root: Element, selector: unknown) => {
    const [element] = found(root, selector)
    if (element === undefined) throw new Error('no such element')
    return element
  }
  const valuesOf = async (element: Element, names: readonly string[]): Promise<unknown[]> => {
    if (isComponentElement(element)) return names.map((name) => valueAt(element.data, name))
    const attributes = attributesOf(element)
    const live = await measure(element, { properties: names })
    return names.map((name) => live[name] ?? attributes[name])
  }

  return {
    'Page.getElement': ({ pageId, selector }) => first(pages.find(pageId).element, selector),
    'Page.getElements': ({ pageId, selector }) => ({ elements: found(pages.find(pageId).element, selector) }),
    'Element.getElement': (params) => first(elementIn(params), params['selector']),
    'Element.getElements': (params) => ({ elements: found(elementIn(params), params['selector']) }),
    'Element.getAttributes'(params) {
      const attributes: Params = attributesOf(elementIn(params))
      return { attributes: namesOf(params).map((name) => attributes[name] ?? null) }
    },
    async 'Element.getProperties'(params) {
      const element = elementIn(params)
      const names = namesOf(params).map((name) => ({ _translateX: 'x', _translateY: 'y' })[name] ?? name)
      if (names[0] === '__propPublic') return { properties: [publicNames(element)] }
      return { properties: await valuesOf(element, names) }
    },
    async 'Element.getDOMProperties'(params) {
      const element = elementIn(params)
      const { width, height } = await measure(element, { size: true })
      const known: Params = { offsetWidth: width, offsetHeight: height, innerText: textOf(element) }
      return { properties: namesOf(params).map((name) => known[name] ?? null) }
    },
    async 'Element.getOffset'(params) {
      const { left, top } = await measure(elementIn(params), { rect: true })
      const page = pages.find(params['pageId']).element
      const scroll: unknown = await new Promise((resolve) => {
        app.createSelectorQuery(page).selectViewport().scrollOffset(resolve).exec()
      })
      const by = (side: string) => (isRecord(scroll) ? Number(scroll[side] ?? 0) : 0)
      return { left: Number(left) + by('scrollLeft'), top: Number(top) + by('scrollTop') }
    },
    async 'Element.getStyles'(params) {
      const names = namesOf(params)
      const styles = await measure(elementIn(params), { computedStyle: names })
      return { styles: names.map((name) => styles[name] ?? '') }
    },
    'Element.getWXML'(params) {
      const element = elementIn(params)
      if (params['type'] === 'outer') return { wxml: outerWxml(element) }
      return { wxml: innerWxml(isComponentElement(element) ? shadowNodes(element) : element.childNodes) }
    },
    async 'Element.tap'(params) {
      const element = elementIn(params)
      const point = await center(element)
      const detail = { x: point.pageX, y: point.pageY }
      fire(element, 'touchstart', detail, { touches: [point], changedTouches: [point] })
      fire(element, 'touchend', detail, { touches: [], changedTouches: [point] })
      fire(element, 'tap', detail, { touches: [], changedTouches: [point] })
      return {}
    },
    'Element.touchstart': touch('touchstart'),
    'Element.touchmove': touch('touchmove'),
    'Element.touchend': touch('touchend'),
    'Element.triggerEvent'(params) {
      const element = elementIn(params)
      const { type, detail } = params
      if (isComponentElement(element)) element.triggerEvent(String(type), detail)
      else fire(element, String(type), detail ?? {})
      return {}
    },
    'Element.dispatchEvent'(params) {
      const { eventName, detail, touches, changeTouches, changedTouches = changeTouches } = params
      const points = { ...(touches === undefined ? {} : { touches, changedTouches }) }
      fire(elementIn(params), String(eventName), detail ?? {}, points)
      return {}
    },
    'Element.getData': (params) => ({ data: valueAt(componentIn(params).data, params['path']) }),
    'Element.setData'(params) {
      const { data } = params
      if (!isRecord(data)) throw new Error('data must be an object')
      componentIn(params).setData(data)
      return {}
    },
    async 'Element.callMethod'(params) {
      const instance: unknown = componentIn(params).getMethodCaller()
      return { result: await callOn(instance, params['method'], params['args'], 'component') }
    },
    async 'Element.callContextMethod'(params) {
      const { videoId, method, args, pageId } = params
      const create = app.wx['createVideoContext']
      if (!isFunction(create)) throw new Error('wx.createVideoContext not exists')
      const context: unknown = create.call(app.wx, videoId, pages.find(pageId).instance)
      return { result: await callOn(context, method, args, 'context') }
    },
    async 'Element.callFunction'(params) {
      const element = elementIn(params)
      const action = elementActions[String(params['functionName'])]
      if (action === undefined) throw new Error(`${String(params['functionName'])} not exists`)
      const { args } = params
      const set = (name: string, value: unknown) => {
        if (NativeNode.isNativeNode(element)) element.setAttribute(name, value)
      }
      const result = await action(
        {
          set,
          fire: (name, detail) => fire(element, name, detail),
          value: async (name) => (await valuesOf(element, [name]))[0],
          scroll: () => measure(element, { scrollOffset: true }),
        },
        ...(Array.isArray(args) ? args : []),
      )
      return { result }
    },
  }

  function componentIn({ pageId, elementId }: Params) {
    return componentOf(pages.find(pageId), Number(elementId))
  }
}

function describe(element: Element): Params {
  const tagName = tagOf(element)
  const id = String(idOf(element))
  return {
    elementId: id,
    tagName,
    ...(isComponentElement(element) ? { nodeId: id } : {}),
    ...(tagName === 'video' ? { videoId: element.id } : {}),
  }
}

function publicNames(element: Element): Readonly<Record<string, true>> {
  const names = isComponentElement(element)
    ? Object.keys(element.data)
    : [...usualNames, '_translateX', '_translateY', ...Object.keys(attributesOf(element))]
  return Object.fromEntries(
    names.flatMap((name) => [
      [name, true],
      [camel(name), true],
    ]),
  )
}

function camel(name: string): string {
  return name.replaceAll(/-([a-z])/g, (_, letter: string) => letter.toUpperCase())
}

function textOf(element: Element): string {
  const read = (node: Node): string => {
    if (node instanceof TextNode) return node.textContent
    if (!(node instanceof TreeElement)) return ''
    return (isComponentElement(node) ? shadowNodes(node) : node.childNodes).map(read).join('')
  }
  return read(element).trim()
}

function namesOf({ names }: Params): string[] {
  return Array.isArray(names) ? names.map(String) : []
}
