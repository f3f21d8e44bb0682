/** The areas of `wx.*` in the worker, in the order in which they add their members. */
import type { LogicArea } from '../logic/context.ts'

export const logicAreas: readonly LogicArea[] = []
