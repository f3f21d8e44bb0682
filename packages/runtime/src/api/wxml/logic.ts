import type { LogicArea } from '../../logic/context.ts'

export const wxmlArea: LogicArea = ({ pages }) => ({
  createSelectorQuery: () => pages.createSelectorQuery(),
  createIntersectionObserver: (component: unknown, options: unknown) =>
    pages.createIntersectionObserver(component, options),
  createMediaQueryObserver: (component: unknown) => pages.createMediaQueryObserver(component),
})
