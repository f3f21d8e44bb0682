/** What built-in components ask of the host, by name; each area of the host brings its own. */
import { cameraAsks } from '../../api/camera/host.ts'
import { navigationBarAsks } from '../../api/navigation-bar/host/asks.ts'
import { openTypeAsks } from '../../api/open-type/host.ts'
import { mediaAsks } from '../../api/media/host/asks.ts'
import { mapAsks } from '../../api/map/host.ts'
import { webViewAsks } from '../../api/web-view/host.ts'
import type { HostContext } from '../context.ts'
import type { ViewAsk } from '../later-parts.ts'
import type { AppPage } from '../page-view.ts'
import { partAsks } from './extra-parts.ts'
import { keyboardAsks } from './keyboard.ts'
import { navigatorAsks } from './navigator.ts'

export interface AskCall {
  params: Readonly<Record<string, unknown>>
  port: MessagePort | undefined
  page: AppPage
  /** Goes where a `<navigator>` with these attributes would. */
  navigate: (params: Record<string, unknown>) => void
}

export type AskMethods = Readonly<Record<string, (call: AskCall, host: HostContext) => void>>

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
