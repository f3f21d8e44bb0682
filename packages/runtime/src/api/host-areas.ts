/** Host functions that an app may need at once; the others are in `host-areas-later.ts`. */
import type { HostMethods } from '../host/context.ts'
import { coreHost } from './core/host.ts'
import { loginHost } from './login/host.ts'
import { navigationBarHost } from './navigation-bar/host.ts'
import { networkHost } from './network/host.ts'
import { storageHost } from './storage/host.ts'
import { uiHost } from './ui/host.ts'

export const hostMethods: HostMethods = {
  ...uiHost,
  ...navigationBarHost,
  ...storageHost,
  ...networkHost,
  ...loginHost,
  ...coreHost,
}
