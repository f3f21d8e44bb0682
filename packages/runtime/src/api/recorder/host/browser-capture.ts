/** Compressed sound, in the container that the browser writes: AAC in MP4 where it can, else Opus. Browsers have no MP3 encoder. */
import { HostFailure } from '../../../host/host-failure.ts'

export interface CaptureOptions {
  format: string
  sampleRate: number
  channels: number
  bitRate: number
  onFrame: ((bytes: Uint8Array, isLast: boolean) => void) | undefined
}

export interface AudioCapture {
  pause(): void
  resume(): void
  stop(): Promise<{ file: Blob; extension: string }>
}

const types: readonly (readonly [type: string, extension: string])[] = [
  ['audio/mp4;codecs=mp4a.40.2', '.m4a'],
  ['audio/webm;codecs=opus', '.webm'],
  ['audio/ogg;codecs=opus', '.ogg'],
  ['audio/mp4', '.m4a'],
]
const sliceMs = 200

export function captureByBrowser(stream: MediaStream, options: CaptureOptions): AudioCapture {
  if (typeof MediaRecorder === 'undefined') throw new HostFailure('fail not supported')
  const [mimeType, extension] = types.find(([type]) => MediaRecorder.isTypeSupported(type)) ?? ['', '.webm']
  const recorder = new MediaRecorder(stream, {
    audioBitsPerSecond: options.bitRate,
    ...(mimeType === '' ? {} : { mimeType }),
  })
  const chunks: Blob[] = []
  let reading: Promise<void> = Promise.resolve()
  recorder.addEventListener('dataavailable', ({ data }) => {
    chunks.push(data)
    const { onFrame } = options
    if (onFrame !== undefined)
      reading = reading.then(async () => onFrame(new Uint8Array(await data.arrayBuffer()), false))
  })
  const stopped = new Promise<void>((resolve) => recorder.addEventListener('stop', () => resolve()))
  recorder.start(sliceMs)
  return {
    pause: () => recorder.pause(),
    resume: () => recorder.resume(),
    async stop() {
      if (recorder.state !== 'inactive') recorder.stop()
      await stopped
      await reading
      options.onFrame?.(new Uint8Array(0), true)
      return { file: new Blob(chunks, { type: recorder.mimeType.split(';')[0] ?? '' }), extension }
    },
  }
}
