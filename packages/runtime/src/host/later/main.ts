/** Entry of the later part of the host: what a user may never open does not delay the first page. */
import { meetEmbedder, tellEmbedder } from '../../api/embed/host.ts'
import { laterHostMethods } from '../../api/host-areas-later.ts'
import { collectFiles } from '../../api/file/host/collect-files.ts'
import type { LaterParts } from '../context.ts'
import { openFileStore } from '../file-store.ts'
import { watchNetwork } from '../connection.ts'
import { addStyles } from '../ui/add-styles.ts'
import { watchOffline } from '../ui/offline.ts'
import { answerAsk } from './asks.ts'
import { guardMethods } from './guard.ts'
import { keepOffline } from './keep-offline.ts'
import { rememberApp } from './remember-app.ts'
import { askAboutHang } from './hang-question.ts'
import { confirmLeave } from './leave-question.ts'
import { openMenu, openSettings } from './menu.ts'
import { askPermission } from './permission-question.ts'
import { settleRelease } from './settle-release.ts'
import { watchRelease } from './watch-release.ts'
import { laterStyles } from './styles.ts'

/** Written in by the build, so that one download brings the later parts of host and view. */
declare const banyanViewParts: string

addStyles(laterStyles)

let isWatching = false

export const laterParts: LaterParts = {
  viewParts: new Blob([banyanViewParts], { type: 'text/javascript' }),
  hostMethods: guardMethods(laterHostMethods),
  answerAsk,
  openFileStore,
  collectFiles,
  afterFirstPaint(host) {
    if (isWatching) return
    isWatching = true
    watchNetwork((name, value) => host.emit(name, value))
    watchOffline(host.root, host.texts)
    // A browser that keeps nothing (a private window, a full disk) runs the app all the same.
    keepOffline(host).catch(() => undefined)
    watchRelease(host.boot)
    rememberApp(host.boot)
    tellEmbedder(host.root, host.boot.basePath)
  },
  meetEmbedder,
  settleRelease,
  openMenu,
  openSettings,
  confirmLeave,
  askPermission,
  askAboutHang,
}
