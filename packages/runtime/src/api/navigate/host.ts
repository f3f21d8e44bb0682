import type { HostMethods } from '../../host/context.ts'

export const navigateHost: HostMethods = {
  exitMiniProgram: (_call, host) => host.leave(),
  restartMiniProgram: (_call, host) => host.restart(),
}
