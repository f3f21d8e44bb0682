/** What built-in components ask of the host, by name; each area of the host brings its own. */
import { cameraAsks } from '../../api/camera/host.ts'
import { navigationBarAsks } from '../../api/navigation-bar/host/asks.ts'
import { openTypeAsks } from '../../api/open-type/host.ts'
import { mediaAsks } from '../../api/media/host/asks.ts'
import { mapAsks } from '../../api/map/host.ts'
import { webViewAsks } from '../../api/web-view/host.ts'
import type { HostContext, ViewAsk } from '../context.ts'
import type { AskCall, AskMethods } from './ask-methods.ts'
import { partAsks } from './extra-parts.ts'
import { keyboardAsks } from './keyboard.ts'
import { navigatorAsks } from './navigator.ts'

const methods: AskMethods = {
  ...cameraAsks,
  ...mediaAsks,
  ...mapAsks,
  ...webViewAsks,
  ...partAsks,
  ...keyboardAsks,
  ...navigatorAsks,
  ...navigationBarAsks,
  ...openTypeAsks,
}

export function answerAsk(
  host: HostContext,
  ask: ViewAsk,
  { page, navigate }: Pick<AskCall, 'page' | 'navigate'>,
): void {
  if (!Object.hasOwn(methods, ask.name)) return
  const params: Readonly<Record<string, unknown>> =
    typeof ask.params === 'object' && ask.params !== null ? { ...ask.params } : {}
  methods[ask.name]?.({ params, port: ask.port, page, navigate }, host)
}
