/** Samples as they are: 16 bit, little-endian, channels interleaved; with a header for WAV, without one for PCM. */
import type { AudioCapture, CaptureOptions } from './browser-capture.ts'

const headerBytes = 44
const blockFrames = 4096

export function capturePcm(stream: MediaStream, options: CaptureOptions): AudioCapture {
  const context = new AudioContext()
  const source = context.createMediaStreamSource(stream)
  // Old, but the one that every browser has without a module of its own.
  const processor = context.createScriptProcessor(blockFrames, options.channels, options.channels)
  const blocks: Uint8Array[] = []
  const step = context.sampleRate / options.sampleRate
  let isPaused = false
  let position = 0
  processor.onaudioprocess = ({ inputBuffer }) => {
    if (isPaused) return
    const channels = Array.from({ length: options.channels }, (_, channel) =>
      inputBuffer.getChannelData(Math.min(channel, inputBuffer.numberOfChannels - 1)),
    )
    const resampled = resample(channels, step, position)
    position = resampled.rest
    blocks.push(resampled.bytes)
    options.onFrame?.(resampled.bytes, false)
  }
  source.connect(processor)
  processor.connect(context.destination)
  return {
    pause: () => {
      isPaused = true
    },
    resume: () => {
      isPaused = false
    },
    async stop() {
      source.disconnect()
      processor.disconnect()
      await context.close()
      options.onFrame?.(new Uint8Array(0), true)
      const isWav = options.format === 'wav'
      const parts: BlobPart[] = blocks.map((block) => block.slice().buffer)
      const size = blocks.reduce((sum, block) => sum + block.length, 0)
      if (isWav) parts.unshift(wavHeader(size, options.sampleRate, options.channels))
      const file = new Blob(parts, { type: isWav ? 'audio/wav' : 'application/octet-stream' })
      return { file, extension: isWav ? '.wav' : '.pcm' }
    },
  }
}

/** Every `step`th sample, those between two taken by their distance; `rest` is where the next block begins. */
export function resample(
  channels: readonly Float32Array[],
  step: number,
  start: number,
): { bytes: Uint8Array; rest: number } {
  const length = channels[0]?.length ?? 0
  const count = Math.max(0, Math.ceil((length - start) / step))
  const view = new DataView(new ArrayBuffer(count * channels.length * 2))
  for (let at = 0; at < count; at++) {
    const place = start + at * step
    const before = Math.floor(place)
    channels.forEach((samples, channel) => {
      const first = samples[before] ?? 0
      const second = samples[before + 1] ?? first
      const value = Math.max(-1, Math.min(1, first + (second - first) * (place - before)))
      view.setInt16((at * channels.length + channel) * 2, Math.round(value * 0x7fff), true)
    })
  }
  return { bytes: new Uint8Array(view.buffer), rest: start + count * step - length }
}

export function wavHeader(dataBytes: number, sampleRate: number, channels: number): ArrayBuffer {
  const view = new DataView(new ArrayBuffer(headerBytes))
  const text = (at: number, word: string) => {
    for (let index = 0; index < word.length; index++) view.setUint8(at + index, word.charCodeAt(index))
  }
  text(0, 'RIFF')
  view.setUint32(4, headerBytes - 8 + dataBytes, true)
  text(8, 'WAVEfmt ')
  view.setUint32(16, 16, true)
  view.setUint16(20, 1, true)
  view.setUint16(22, channels, true)
  view.setUint32(24, sampleRate, true)
  view.setUint32(28, sampleRate * channels * 2, true)
  view.setUint16(32, channels * 2, true)
  view.setUint16(34, 16, true)
  text(36, 'data')
  view.setUint32(40, dataBytes, true)
  return view.buffer
}
