/** The areas of `wx.*` that few first pages need: they come to the worker as a script of their own. */
import type { LogicArea } from '../logic/context.ts'

export const laterLogicAreas: readonly LogicArea[] = []
