/** Host functions whose code loads with the first call of one of them. */
import type { HostMethods } from '../host/context.ts'
import { audioHost } from './audio/host.ts'
import { canvasHost } from './canvas/host.ts'
import { deviceHost } from './device/host.ts'
import { dialogHost } from './dialog/host.ts'
import { embedHost } from './embed/host.ts'
import { backgroundFetchHost } from './background-fetch/host.ts'
import { fileHost } from './file/host.ts'
import { locationHost } from './location/host.ts'
import { mapHost } from './map/host.ts'
import { mediaHost } from './media/host.ts'
import { navigateHost } from './navigate/host.ts'
import { openHost } from './open/host.ts'
import { paymentHost } from './payment/host.ts'
import { privacyHost } from './privacy/host.ts'
import { settingHost } from './setting/host.ts'
import { shareHost } from './share/host.ts'
import { socketHost } from './socket/host.ts'
import { subscribeHost } from './subscribe/host.ts'
import { tabBarHost } from './tab-bar/host.ts'
import { transferHost } from './transfer/host.ts'
import { updateHost } from './update/host.ts'
import { fontHost } from './font/host.ts'
import { phoneHost } from './phone/host.ts'
import { sensorHost } from './sensor/host.ts'
import { cameraHost } from './camera/host.ts'
import { documentHost } from './document/host.ts'
import { recorderHost } from './recorder/host.ts'
import { scanHost } from './scan/host.ts'
import { profileHost } from './profile/host.ts'

export const laterHostMethods: HostMethods = {
  ...profileHost,
  ...dialogHost,
  ...embedHost,
  ...socketHost,
  ...transferHost,
  ...mapHost,
  ...mediaHost,
  ...audioHost,
  ...canvasHost,
  ...deviceHost,
  ...locationHost,
  ...settingHost,
  ...navigateHost,
  ...backgroundFetchHost,
  ...fileHost,
  ...tabBarHost,
  ...openHost,
  ...paymentHost,
  ...privacyHost,
  ...shareHost,
  ...subscribeHost,
  ...updateHost,
  ...fontHost,
  ...phoneHost,
  ...sensorHost,
  ...cameraHost,
  ...documentHost,
  ...recorderHost,
  ...scanHost,
}
