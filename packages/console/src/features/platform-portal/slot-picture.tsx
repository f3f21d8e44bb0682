/** A picture that is public only once its banner is saved: until then it is shown from the file that was chosen. */
import { slotPicturePath, type SlotPicture as Picture } from '@banyan/contract/portal'

export function SlotPicture({ picture, width, src }: { picture: Picture; width: number; src?: string | undefined }) {
  return <img className="slot-picture" src={src ?? slotPicturePath(picture)} alt="" width={width} height={width / 3} />
}
