/** The areas of `wx.*` in the worker, in the order in which they add their members. What nobody adds fails softly. */
import type { LogicArea } from '../logic/context.ts'
import { analyticsArea } from './analytics/logic.ts'
import { appArea } from './app/logic.ts'
import { baseArea } from './base/logic.ts'
import { loginArea } from './login/logic.ts'
import { navigationBarArea } from './navigation-bar/logic.ts'
import { networkArea } from './network/logic.ts'
import { routeArea } from './route/logic.ts'
import { softArea } from './soft/logic.ts'
import { storageArea } from './storage/logic.ts'
import { systemArea } from './system/logic.ts'
import { tabBarArea } from './tab-bar/logic.ts'
import { uiArea } from './ui/logic.ts'
import { wxmlArea } from './wxml/logic.ts'

export const logicAreas: readonly LogicArea[] = [
  softArea,
  baseArea,
  appArea,
  systemArea,
  routeArea,
  uiArea,
  navigationBarArea,
  tabBarArea,
  storageArea,
  networkArea,
  loginArea,
  wxmlArea,
  analyticsArea,
]
