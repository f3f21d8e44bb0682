/** Entry of the later part of the host: what a user may never open does not delay the first page. */
import { laterHostMethods } from '../../api/host-areas-later.ts'
import type { LaterParts } from '../later-parts.ts'
import { chooseFiles } from './choose-files.ts'
import { compressPicture } from './compress-picture.ts'
import { showMenu } from './menu-sheet.ts'
import { previewPictures } from './preview.ts'
import { showSettings } from './settings-sheet.ts'

export const laterParts: LaterParts = {
  hostMethods: laterHostMethods,
  previewPictures,
  showMenu,
  showSettings,
  chooseFiles,
  compressPicture,
}
