/** The benchmark's own pages, on WeChat's component framework with its own back end for documents: what the second thread is held against. */
import { Component, ComponentSpace, CurrentWindowBackendContext, Element, Event } from 'glass-easel'
import { operations, rowDefinition, templates } from 'virtual:app'

const name = location.search.slice(1) || 'rows'
const space = new ComponentSpace()
const templateOf = (path) => ({ content: templates[path] })

space.defineComponent({
  ...rowDefinition,
  is: 'row',
  options: { virtualHost: name === 'components' },
  template: templateOf(name === 'hosts' ? 'hosted-row' : 'row'),
})
const page = space.defineComponent({
  is: 'page',
  using: { row: 'row' },
  data: { rows: [], chosen: 0, count: 0 },
  methods: operations.methods,
  template: templateOf(name),
})

const place = document.createElement('div')
document.body.append(place)
const context = new CurrentWindowBackendContext()
context.onEvent((target, type, detail, options) => {
  const event = new Event(type, detail, options)
  event.dispatch(target)
  return event.getEventBubbleStatus()
})
const root = Component.createWithContext('div', page, context)
Element.replaceDocumentElement(root, document.body, place)
