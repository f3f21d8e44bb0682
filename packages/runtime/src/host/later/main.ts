/** Entry of the later part of the host: what a user may never open does not delay the first page. */
import { laterHostMethods } from '../../api/host-areas-later.ts'
import { collectFiles } from '../../api/file/host/collect-files.ts'
import { requirePrivacy } from '../../api/privacy/host.ts'
import type { LaterParts } from '../later-parts.ts'
import { openFileStore } from '../file-store.ts'
import { addStyles } from '../ui/add-styles.ts'
import { answerAsk } from './asks.ts'
import { askAboutHang } from './hang-question.ts'
import { confirmLeave } from './leave-question.ts'
import { openMenu, openSettings } from './menu.ts'
import { askPermission } from './permission-question.ts'
import { laterStyles } from './styles.ts'

/** Written in by the build, so that one download brings the later parts of host and view. */
declare const banyanViewParts: string

addStyles(laterStyles)

export const laterParts: LaterParts = {
  viewParts: new Blob([banyanViewParts], { type: 'text/javascript' }),
  hostMethods: laterHostMethods,
  answerAsk,
  openFileStore,
  collectFiles,
  openMenu,
  openSettings,
  requirePrivacy,
  confirmLeave,
  askPermission,
  askAboutHang,
}
