import type { HostContext } from '../../../host/context.ts'
import { HostFailure } from '../../../host/host-failure.ts'
import { chooseFiles } from '../../../host/later/choose-files.ts'
import { compressPicture } from '../../../host/later/compress-picture.ts'

/** As large as WeChat's own pictures of users. */
const widthPx = 640

/** A picture of the user's choice as a temporary file: its path. */
export async function chooseAvatar(host: HostContext): Promise<string> {
  const [file] = await chooseFiles({ accept: 'image/*', multiple: false })
  if (file === undefined) throw new HostFailure('fail cancel')
  return host.files.add(await compressPicture(file, { quality: 90, maxWidth: widthPx }))
}
