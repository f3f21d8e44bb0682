/** What `<image>` and the like ask of the host. */
import type { AskMethods } from '../../../host/later/ask-methods.ts'
import { openMediaMenu } from '../../../host/later/media-menu.ts'
import { previewMedia } from '../../../host/later/preview.ts'
import { readText } from '../../../host/params.ts'

export const mediaAsks: AskMethods = {
  previewImage: ({ params }, host) => void previewMedia(host, params),
  imageMenu: ({ params }, host) => void openMediaMenu(host, readText(params, 'src'), 'image'),
}
