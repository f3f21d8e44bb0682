/** The areas of `wx.*` that few first pages need: they come to the worker as a script of their own. */
import type { LogicArea } from '../logic/context.ts'
import { animationArea } from './animation/logic.ts'
import { audioArea } from './audio/logic.ts'
import { canIUseArea } from './can-i-use/logic.ts'
import { canvasArea } from './canvas/logic.ts'
import { validateBy } from './core/logic/async-function.ts'
import { rulesOf } from './core/logic/rule-book.ts'
import { backgroundFetchArea } from './background-fetch/logic.ts'
import { cloudArea } from './cloud/logic.ts'
import { cryptoArea } from './crypto/logic.ts'
import { logArea } from './log/logic.ts'
import { performanceArea } from './performance/logic.ts'
import { fileArea } from './file/logic.ts'
import { locationArea } from './location/logic.ts'
import { mapArea } from './map/logic.ts'
import { mediaArea } from './media/logic.ts'
import { navigateArea } from './navigate/logic.ts'
import { openArea } from './open/logic.ts'
import { paymentArea } from './payment/logic.ts'
import { privacyArea } from './privacy/logic.ts'
import { settingArea } from './setting/logic.ts'
import { subscribeArea } from './subscribe/logic.ts'
import { updateArea } from './update/logic.ts'
import { shareArea } from './share/logic.ts'
import { socketArea } from './socket/logic.ts'
import { transferArea } from './transfer/logic.ts'
import { nodeContextsArea } from './wxml/logic/node-contexts.ts'
import { workerArea } from './worker/logic.ts'
import { workletArea } from './worklet/logic.ts'

validateBy(rulesOf)
import { bluetoothArea } from './bluetooth/logic.ts'
import { fontArea } from './font/logic.ts'
import { keyboardArea } from './keyboard/logic.ts'
import { phoneArea } from './phone/logic.ts'
import { sensorArea } from './sensor/logic.ts'
import { adArea } from './ad/logic.ts'
import { cameraArea } from './camera/logic.ts'
import { deviceArea } from './device/logic.ts'
import { exitStateArea } from './exit-state/logic.ts'
import { embedArea } from './embed/logic.ts'
import { documentArea } from './document/logic.ts'
import { liveArea } from './live/logic.ts'
import { recorderArea } from './recorder/logic.ts'
import { scanArea } from './scan/logic.ts'
import { videoArea } from './video/logic.ts'

export const laterLogicAreas: readonly LogicArea[] = [
  embedArea,
  animationArea,
  audioArea,
  deviceArea,
  exitStateArea,
  shareArea,
  canIUseArea,
  canvasArea,
  cloudArea,
  backgroundFetchArea,
  cryptoArea,
  logArea,
  performanceArea,
  fileArea,
  locationArea,
  mapArea,
  mediaArea,
  socketArea,
  transferArea,
  nodeContextsArea,
  workerArea,
  workletArea,
  navigateArea,
  openArea,
  paymentArea,
  privacyArea,
  settingArea,
  subscribeArea,
  updateArea,
  bluetoothArea,
  fontArea,
  keyboardArea,
  phoneArea,
  sensorArea,
  adArea,
  cameraArea,
  documentArea,
  liveArea,
  recorderArea,
  scanArea,
  videoArea,
]
