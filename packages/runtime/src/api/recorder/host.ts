/** The microphone: `wx.getRecorderManager()`. One call of the bridge is one recording. */
import type { HostCall, HostContext, HostMethods } from '../../host/context.ts'
import { HostFailure } from '../../host/host-failure.ts'
import { readNumber, readText } from '../../host/params.ts'
import { type AudioCapture, captureByBrowser } from './host/browser-capture.ts'
import { capturePcm } from './host/pcm-capture.ts'

const maxDurationMs = 600_000
const defaultDurationMs = 60_000
const bytesPerKb = 1024

export const recorderHost: HostMethods = {
  getRecorderManager: (call, host) => record(call, host),
}

async function record(call: HostCall, host: HostContext): Promise<void> {
  const { params } = call
  const duration = readNumber(params, 'duration', defaultDurationMs)
  if (duration <= 0 || duration > maxDurationMs) throw new HostFailure('fail invalid duration')
  const format = readText(params, 'format', 'aac').toLowerCase()
  if (!['aac', 'mp3', 'wav', 'pcm'].includes(format)) throw new HostFailure('fail invalid format')
  await host.permissions.require('scope.record')
  const stream = await openMicrophone(readNumber(params, 'numberOfChannels', 2))
  const frameBytes = readNumber(params, 'frameSize', 0) * bytesPerKb
  const options = {
    format,
    sampleRate: readNumber(params, 'sampleRate', 8000),
    channels: readNumber(params, 'numberOfChannels', 2) === 1 ? 1 : 2,
    bitRate: readNumber(params, 'encodeBitRate', 48_000),
    onFrame:
      frameBytes <= 0
        ? undefined
        : frameSender(frameBytes, (frameBuffer, isLastFrame) =>
            call.emit('frameRecorded', { frameBuffer, isLastFrame }),
          ),
  }
  try {
    const capture =
      format === 'wav' || format === 'pcm' ? capturePcm(stream, options) : captureByBrowser(stream, options)
    await run(call, host, { capture, stream, durationMs: duration })
  } finally {
    for (const track of stream.getTracks()) track.stop()
  }
}

async function run(
  call: HostCall,
  host: HostContext,
  { capture, stream, durationMs }: { capture: AudioCapture; stream: MediaStream; durationMs: number },
): Promise<void> {
  // Pauses do not count.
  let recordedMs = 0
  let runningSince: number | undefined = performance.now()
  let timer = 0
  const elapsed = () => recordedMs + (runningSince === undefined ? 0 : performance.now() - runningSince)
  await new Promise<void>((resolve) => {
    const arm = () => {
      clearTimeout(timer)
      timer = window.setTimeout(resolve, durationMs - elapsed())
    }
    const pause = () => {
      if (runningSince === undefined) return
      recordedMs = elapsed()
      runningSince = undefined
      clearTimeout(timer)
      capture.pause()
      call.emit('pause', {})
    }
    const onHidden = () => {
      // WeChat, too, pauses when the app goes to the background.
      if (document.visibilityState === 'hidden') pause()
    }
    document.addEventListener('visibilitychange', onHidden)
    call.onSignal((signal) => {
      if (signal === 'pause') pause()
      if (signal === 'resume' && runningSince === undefined) {
        runningSince = performance.now()
        capture.resume()
        arm()
        call.emit('resume', {})
      }
      if (signal === 'stop') {
        document.removeEventListener('visibilitychange', onHidden)
        resolve()
      }
    })
    stream.getAudioTracks()[0]?.addEventListener('ended', () => resolve())
    arm()
    call.emit('start', {})
  })
  clearTimeout(timer)
  const duration = Math.round(elapsed())
  const { file, extension } = await capture.stop()
  call.emit('stop', { tempFilePath: host.files.add(file, extension), duration, fileSize: file.size })
}

async function openMicrophone(channels: number): Promise<MediaStream> {
  const devices: MediaDevices | undefined = navigator.mediaDevices
  if (devices === undefined) throw new HostFailure('fail no microphone')
  try {
    return await devices.getUserMedia({ audio: { channelCount: { ideal: channels } } })
  } catch (cause) {
    const isDenied = cause instanceof DOMException && cause.name === 'NotAllowedError'
    throw new HostFailure(isDenied ? 'fail auth deny' : 'fail no microphone', isDenied ? 103 : undefined)
  }
}

/** Cuts bytes into frames of one size; the last one is what is left. */
function frameSender(
  frameBytes: number,
  send: (frame: ArrayBuffer, isLast: boolean) => void,
): (bytes: Uint8Array, isLast: boolean) => void {
  let held = new Uint8Array(0)
  return (bytes, isLast) => {
    const all = new Uint8Array(held.length + bytes.length)
    all.set(held)
    all.set(bytes, held.length)
    let at = 0
    for (; all.length - at >= frameBytes; at += frameBytes) send(all.slice(at, at + frameBytes).buffer, false)
    held = all.slice(at)
    if (isLast) send(held.buffer, true)
  }
}
