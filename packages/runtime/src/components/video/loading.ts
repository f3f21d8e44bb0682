/** What is known of a film while it loads. */

/** Once the metadata are there: at once, or with the first picture in engines that know its size only then. */
export function whenSized(video: HTMLVideoElement, tell: (size: { width: number; height: number }) => void): void {
  const source = video.currentSrc
  const answer = () => {
    if (video.currentSrc === source) tell({ width: video.videoWidth, height: video.videoHeight })
  }
  if (video.videoWidth > 0 || video.readyState >= HTMLMediaElement.HAVE_CURRENT_DATA) answer()
  else video.addEventListener('loadeddata', answer, { once: true })
}

/** In seconds from its beginning. */
export function bufferedEnd({ buffered }: HTMLVideoElement): number {
  return buffered.length === 0 ? 0 : buffered.end(buffered.length - 1)
}

/** What it returns goes to a second; `tell` hears in milliseconds where that led, once, though Chromium may say so twice. */
export function watchSeeks(video: HTMLVideoElement, tell: (position: number) => void): (seconds: number) => void {
  let isAsked = false
  video.addEventListener('seeked', () => {
    if (isAsked) tell(video.currentTime * 1000)
    isAsked = false
  })
  return (seconds) => {
    isAsked = true
    video.currentTime = seconds
  }
}
