/** The device's camera as a playing video element of the host page. */
import type { HostContext } from '../../../host/context.ts'
import { HostFailure } from '../../../host/host-failure.ts'

export interface CameraOptions {
  facing: 'front' | 'back'
  /** WeChat's `low`, `medium`, `high`. */
  resolution: string
}

export interface OpenCamera {
  readonly video: HTMLVideoElement
  readonly stream: MediaStream
  readonly track: MediaStreamTrack
  close(): void
}

const heights: Readonly<Record<string, number>> = { low: 480, medium: 720, high: 1080 }

/** Asks the user first for the app's sake, then the browser asks for its own. */
export async function openCamera(host: HostContext, options: CameraOptions, into: HTMLElement): Promise<OpenCamera> {
  await host.permissions.require('scope.camera')
  const height = heights[options.resolution] ?? 720
  // Absent outside secure contexts, whatever the types say.
  const devices: MediaDevices | undefined = navigator.mediaDevices
  if (devices === undefined) throw new HostFailure('fail no camera')
  const stream = await devices
    .getUserMedia({
      video: {
        facingMode: options.facing === 'front' ? 'user' : 'environment',
        height: { ideal: height },
        width: { ideal: Math.round((height * 16) / 9) },
      },
    })
    .catch((cause: unknown) => {
      const isDenied = cause instanceof DOMException && cause.name === 'NotAllowedError'
      throw new HostFailure(isDenied ? 'fail auth deny' : 'fail no camera', isDenied ? 103 : undefined)
    })
  const [track] = stream.getVideoTracks()
  if (track === undefined) throw new HostFailure('fail no camera')
  const video = document.createElement('video')
  video.muted = true
  video.playsInline = true
  video.srcObject = stream
  into.append(video)
  await video.play()
  return {
    video,
    stream,
    track,
    close() {
      for (const each of stream.getTracks()) each.stop()
      video.srcObject = null
      video.remove()
    },
  }
}

/** Settings that the types of the language do not know yet: zoom and torch. */
export function capability(track: MediaStreamTrack, name: 'zoom' | 'torch'): unknown {
  return typeof track.getCapabilities === 'function' ? Reflect.get(track.getCapabilities(), name) : undefined
}

export async function applySetting(track: MediaStreamTrack, name: 'zoom' | 'torch', value: unknown): Promise<void> {
  const setting: MediaTrackConstraintSet = { [name]: value }
  await track.applyConstraints({ advanced: [setting] })
}

/** What the camera sees now, at its full size. */
export function takePicture(
  video: HTMLVideoElement,
  options: { type: string; quality: number; isMirrored: boolean; maxSidePx?: number },
): Promise<Blob> {
  const { videoWidth, videoHeight } = video
  const scale = Math.min(1, (options.maxSidePx ?? Infinity) / Math.max(videoWidth, videoHeight, 1))
  const canvas = document.createElement('canvas')
  canvas.width = Math.max(1, Math.round(videoWidth * scale))
  canvas.height = Math.max(1, Math.round(videoHeight * scale))
  const context = canvas.getContext('2d')
  if (options.isMirrored) {
    context?.translate(canvas.width, 0)
    context?.scale(-1, 1)
  }
  context?.drawImage(video, 0, 0, canvas.width, canvas.height)
  return new Promise((resolve, reject) => {
    canvas.toBlob(
      (blob) => (blob === null ? reject(new HostFailure('fail internal error')) : resolve(blob)),
      options.type,
      options.quality,
    )
  })
}
