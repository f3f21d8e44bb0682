import type { HostCall, HostContext } from '../../../host/context.ts'
import { HostFailure, isHostFailure } from '../../../host/host-failure.ts'
import { readFlag, readNumber, readText } from '../../../host/params.ts'
import { isRecord } from '../../../host/worker-messages.ts'
import { readCode } from '../../scan/host/read-codes.ts'
import { type OpenCamera, applySetting, capability, openCamera, takePicture } from './open-camera.ts'
import { type Recording, recordVideo } from './record.ts'

type Params = Readonly<Record<string, unknown>>

/** Pictures for the page: wide enough for a phone's screen, small enough to hand over thirty times a second. */
const previewWidthPx = 720
const scanEveryMs = 250
const frameWidths: Readonly<Record<string, number>> = { small: 288, medium: 480, large: 720 }
const qualities: Readonly<Record<string, number>> = { low: 0.5, normal: 0.8, high: 0.92, original: 0.95 }

export class PageCamera {
  readonly #host: HostContext
  readonly #port: MessagePort
  readonly #corner: HTMLElement
  readonly #closed: () => void
  #settings: Params = {}
  #opened: { key: string; camera: Promise<OpenCamera> } | undefined
  #camera: OpenCamera | undefined
  #isDrawn = true
  #isPaused = false
  #isOver = false
  #isScanning = false
  #lastScanMs = 0
  #lastCode = ''
  #recording: { recording: Recording; microphone: MediaStream | undefined; timer: number } | undefined
  readonly #listeners = new Set<() => void>()

  constructor(host: HostContext, port: MessagePort, section: HTMLElement, closed: () => void) {
    this.#host = host
    this.#port = port
    this.#closed = closed
    this.#corner = document.createElement('div')
    // Seen by nobody; browsers stop a video that is not in the page at all.
    this.#corner.style.cssText = 'position:absolute;width:1px;height:1px;overflow:hidden;opacity:0;pointer-events:none'
    section.append(this.#corner)
    port.onmessage = ({ data }: MessageEvent<unknown>) => this.#receive(data)
  }

  close(): void {
    if (this.#isOver) return
    this.#isOver = true
    this.#stop()
    this.#corner.remove()
    this.#port.close()
    this.#closed()
  }

  async takePhoto(params: Params): Promise<Record<string, unknown>> {
    const { video } = await this.#ready()
    const quality = readText(params, 'quality', 'normal')
    const isMirrored = this.#isFront && readFlag(params, 'selfieMirror', true)
    const picture = await takePicture(video, {
      type: 'image/jpeg',
      quality: qualities[quality] ?? 0.8,
      isMirrored,
      ...(quality === 'low' ? { maxSidePx: 1280 } : {}),
    })
    return {
      tempImagePath: this.#host.files.add(picture),
      width: video.videoWidth,
      height: video.videoHeight,
    }
  }

  async startRecord(call: HostCall): Promise<void> {
    const { stream } = await this.#ready()
    if (this.#recording !== undefined) throw new HostFailure('fail is recording')
    const microphone = await this.#microphone()
    const tracks = [...stream.getVideoTracks(), ...(microphone?.getAudioTracks() ?? [])]
    const recording = recordVideo(new MediaStream(tracks))
    const seconds = Math.min(300, Math.max(1, readNumber(call.params, 'timeout', 30)))
    const timer = window.setTimeout(() => {
      void this.stopRecord({}).then((result) => this.#host.emit('cameraRecordTimeout', result))
    }, seconds * 1000)
    this.#recording = { recording, microphone, timer }
  }

  async stopRecord(_params: Params): Promise<Record<string, unknown>> {
    const running = this.#recording
    if (running === undefined || this.#camera === undefined) throw new HostFailure('fail not recording')
    this.#recording = undefined
    window.clearTimeout(running.timer)
    const { video } = this.#camera
    const [thumb, film] = await Promise.all([
      takePicture(video, { type: 'image/jpeg', quality: 0.8, isMirrored: false, maxSidePx: 480 }),
      running.recording.stop(),
    ])
    for (const track of running.microphone?.getTracks() ?? []) track.stop()
    return {
      tempThumbPath: this.#host.files.add(thumb),
      tempVideoPath: this.#host.files.add(film),
      width: video.videoWidth,
      height: video.videoHeight,
      size: film.size,
    }
  }

  async setZoom(params: Params): Promise<{ zoom: number }> {
    const { track } = await this.#ready()
    const range = capability(track, 'zoom')
    if (!isRecord(range)) throw new HostFailure('fail not supported')
    const max = readNumber(range, 'max', 1)
    const zoom = Math.min(max, Math.max(readNumber(range, 'min', 1), readNumber(params, 'zoom', 1)))
    await applySetting(track, 'zoom', zoom)
    return { zoom }
  }

  /** RGBA of what is seen, until the app stops listening. */
  async sendFrames(call: HostCall): Promise<void> {
    const { video } = await this.#ready()
    const canvas = document.createElement('canvas')
    const context = canvas.getContext('2d', { willReadFrequently: true })
    const width = frameWidths[readText(this.#settings, 'frame-size', 'medium')] ?? 480
    let isTaken = true
    await new Promise<void>((resolve) => {
      const send = () => {
        if (!isTaken || context === null || video.videoWidth === 0) return
        isTaken = false
        canvas.width = Math.min(width, video.videoWidth)
        canvas.height = Math.round((canvas.width * video.videoHeight) / video.videoWidth)
        context.drawImage(video, 0, 0, canvas.width, canvas.height)
        const { data } = context.getImageData(0, 0, canvas.width, canvas.height)
        call.emit('frame', { width: canvas.width, height: canvas.height, data: data.buffer })
      }
      const stop = () => {
        this.#listeners.delete(send)
        resolve()
      }
      call.onSignal((signal) => {
        if (signal === 'taken') isTaken = true
        if (signal === 'stop') stop()
      })
      this.#listeners.add(send)
    })
  }

  get #isFront(): boolean {
    return readText(this.#settings, 'device-position', 'back') === 'front'
  }

  #receive(data: unknown): void {
    if (!isRecord(data)) return
    switch (data.type) {
      case 'configure':
        if (isRecord(data.settings)) this.#configure(data.settings)
        return
      case 'drawn':
        this.#isDrawn = true
        return
      case 'pause':
        this.#pause()
        return
      case 'resume':
        this.#isPaused = false
        this.#configure(this.#settings)
        return
      case 'close':
        this.close()
    }
  }

  #configure(settings: Params): void {
    this.#settings = settings
    if (this.#isPaused || this.#isOver) return
    const resolution = readText(settings, 'resolution', 'medium')
    const key = `${this.#isFront} ${resolution}`
    if (this.#opened?.key === key) {
      void this.#applyFlash()
      return
    }
    this.#stop()
    const camera = openCamera(this.#host, { facing: this.#isFront ? 'front' : 'back', resolution }, this.#corner)
    this.#opened = { key, camera }
    camera.then(
      (opened) => this.#started(key, opened),
      (error: unknown) => {
        const reason = isHostFailure(error) ? error.reason : 'fail no camera'
        this.#emit('error', { errMsg: `insertCamera:${reason}` })
      },
    )
  }

  #started(key: string, camera: OpenCamera): void {
    if (this.#opened?.key !== key || this.#isOver) {
      camera.close()
      return
    }
    this.#camera = camera
    camera.track.addEventListener('ended', () => this.#emit('stop', {}))
    const zoom = capability(camera.track, 'zoom')
    this.#emit('initdone', { maxZoom: isRecord(zoom) ? readNumber(zoom, 'max', 1) : 1 })
    void this.#applyFlash()
    this.#watch(camera)
  }

  #watch(camera: OpenCamera): void {
    const { video } = camera
    const tick = () => {
      if (this.#camera !== camera) return
      for (const listener of this.#listeners) listener()
      void this.#sendPicture(video)
      void this.#scan(video)
      next()
    }
    const next = () => {
      if (typeof video.requestVideoFrameCallback === 'function') video.requestVideoFrameCallback(tick)
      else requestAnimationFrame(tick)
    }
    next()
  }

  async #sendPicture(video: HTMLVideoElement): Promise<void> {
    if (!this.#isDrawn || video.videoWidth === 0) return
    this.#isDrawn = false
    const resizeWidth = Math.min(previewWidthPx, video.videoWidth)
    const resizeHeight = Math.round((resizeWidth * video.videoHeight) / video.videoWidth)
    const bitmap = await createImageBitmap(video, { resizeWidth, resizeHeight }).catch(() => createImageBitmap(video))
    if (this.#isOver) bitmap.close()
    else this.#port.postMessage({ type: 'picture', bitmap }, [bitmap])
  }

  async #scan(video: HTMLVideoElement): Promise<void> {
    if (readText(this.#settings, 'mode', 'normal') !== 'scanCode' || this.#isScanning) return
    if (performance.now() - this.#lastScanMs < scanEveryMs) return
    this.#isScanning = true
    const code = await readCode(video, ['qrCode', 'barCode', 'datamatrix', 'pdf417']).catch(() => undefined)
    this.#isScanning = false
    this.#lastScanMs = performance.now()
    // The same code is told again only after it has been out of sight.
    const text = code === undefined ? '' : `${code.scanType} ${code.result}`
    const isNew = text !== '' && text !== this.#lastCode
    this.#lastCode = text
    if (code === undefined || !isNew) return
    const { result, scanType, charSet, rawData, area } = code
    this.#emit('scancode', { type: scanType, scanType, result, charSet, rawData, scanArea: area })
  }

  async #applyFlash(): Promise<void> {
    const track = this.#camera?.track
    if (track === undefined || capability(track, 'torch') !== true) return
    const flash = readText(this.#settings, 'flash', 'auto')
    await applySetting(track, 'torch', flash === 'torch' || flash === 'on').catch(() => undefined)
  }

  async #microphone(): Promise<MediaStream | undefined> {
    try {
      await this.#host.permissions.require('scope.record')
      return await navigator.mediaDevices.getUserMedia({ audio: true })
    } catch {
      // A film without sound is better than none.
      return undefined
    }
  }

  async #ready(): Promise<OpenCamera> {
    const camera = await this.#opened?.camera
    if (camera === undefined || this.#isPaused) throw new HostFailure('fail camera is not ready')
    return camera
  }

  #pause(): void {
    this.#isPaused = true
    if (this.#camera !== undefined) this.#emit('stop', {})
    this.#stop()
  }

  #stop(): void {
    if (this.#recording !== undefined) window.clearTimeout(this.#recording.timer)
    for (const track of this.#recording?.microphone?.getTracks() ?? []) track.stop()
    this.#recording = undefined
    this.#camera?.close()
    this.#camera = undefined
    this.#opened = undefined
    this.#isDrawn = true
  }

  #emit(name: string, detail: unknown): void {
    this.#port.postMessage({ type: 'event', name, detail })
  }
}
