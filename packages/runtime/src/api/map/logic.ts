import type { LogicArea } from '../../logic/context.ts'
import type { NodeTarget } from '../../logic/framework/node-makers.ts'
import { textOf } from '../../logic/values.ts'
import { hostFunction } from '../core/logic/host-function.ts'
import { createMapContextObject } from './logic/map-context.ts'

export const mapArea: LogicArea = (context) => {
  const contextOf = (find: () => Promise<NodeTarget | undefined>) => createMapContextObject(context, find)
  context.nodeMakers.set('map', {
    node: (target) => contextOf(async () => target),
    context: (target) => contextOf(async () => target),
  })
  return {
    openLocation: hostFunction(context, 'openLocation', { latitude: 'Number', longitude: 'Number' }),
    chooseLocation: hostFunction(context, 'chooseLocation', {}),
    /** The map with this id in the component, or in the page on top. */
    createMapContext(id: unknown, component: unknown) {
      const name = textOf(id)
      return contextOf(async () => {
        const nodes = await context.pages.findNodes('map', [], component)
        return nodes.find((node) => node.id === name)?.target
      })
    },
  }
}
