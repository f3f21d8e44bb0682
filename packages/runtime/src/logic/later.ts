/** Entry of the worker's second script: the later areas of `wx`. */
import { laterLogicAreas } from '../api/logic-areas-later.ts'
import { isFunction } from './values.ts'
import { laterDoor } from './later-door.ts'

const take: unknown = Reflect.get(globalThis, laterDoor)
if (isFunction(take)) take(laterLogicAreas)
