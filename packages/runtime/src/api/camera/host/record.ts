/** Records a stream by the browser's own recorder, in the container that it can write. */
import { HostFailure } from '../../../host/host-failure.ts'

const videoTypes = ['video/mp4;codecs=avc1,mp4a.40.2', 'video/mp4', 'video/webm;codecs=vp8,opus', 'video/webm']

export interface Recording {
  stop(): Promise<Blob>
}

export function recordVideo(stream: MediaStream): Recording {
  if (typeof MediaRecorder === 'undefined') throw new HostFailure('fail not supported')
  const mimeType = videoTypes.find((type) => MediaRecorder.isTypeSupported(type))
  const recorder = new MediaRecorder(stream, mimeType === undefined ? {} : { mimeType })
  const chunks: Blob[] = []
  recorder.addEventListener('dataavailable', ({ data }) => chunks.push(data))
  const stopped = new Promise<Blob>((resolve) => {
    recorder.addEventListener('stop', () => {
      resolve(new Blob(chunks, { type: recorder.mimeType.split(';')[0] ?? 'video/webm' }))
    })
  })
  recorder.start(1000)
  return {
    stop() {
      if (recorder.state !== 'inactive') recorder.stop()
      return stopped
    },
  }
}
