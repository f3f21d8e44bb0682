import type { Case } from '../../case.ts'

const source = 'https://developers.weixin.qq.com/miniprogram/dev/api/media/recorder/RecorderManager.html'

function recorder(id: string, says: string, go: string, steps: Case['steps'], covers = 'wx.getRecorderManager'): Case {
  return {
    id,
    says,
    source,
    wxml: '<button id="go" bindtap="go">go</button>',
    js: `const recorder = wx.getRecorderManager()
const heard = {}
// One recorder for the whole app: the listeners of a case stay to themselves.
Page({ go() { ${go} } })`,
    phone: { granted: ['scope.record'] },
    covers: [covers],
    except: { firefox: 'the driven browser has no microphone', webkit: 'the driven browser has no microphone' },
    steps: [{ tap: '#go' }, ...steps],
  }
}

export const cases: readonly Case[] = [
  recorder(
    'start-stop',
    'start begins and onStart is called; stop ends and onStop tells a file.',
    `
    recorder.onStart(() => { log('start'); setTimeout(() => recorder.stop(), 600) })
    recorder.onStop((e) => log(e.tempFilePath.startsWith('wxfile://'), e.duration >= 500, e.fileSize > 0))
    recorder.start()`,
    [{ log: ['start', 'true true true'] }],
  ),
  recorder(
    'wav',
    'format wav gives a WAV file of the sample rate that is asked for.',
    `
    recorder.onStart(() => setTimeout(() => recorder.stop(), 700))
    recorder.onStop((e) => {
      const bytes = new Uint8Array(wx.getFileSystemManager().readFileSync(e.tempFilePath))
      const view = new DataView(bytes.buffer)
      log(e.tempFilePath.endsWith('.wav'), String.fromCharCode(...bytes.slice(0, 4)), view.getUint16(22, true), view.getUint32(24, true), bytes.length > 4000)
    })
    recorder.start({ format: 'wav', sampleRate: 8000, numberOfChannels: 1 })`,
    [{ log: ['true RIFF 1 8000 true'] }],
  ),
  recorder(
    'pcm-frames',
    'With frameSize PCM comes in frames of that many KB, the last is told as such.',
    `
    const sizes = []
    recorder.onFrameRecorded((e) => { sizes.push(e.frameBuffer.byteLength); if (e.isLastFrame) log(sizes[0], sizes.length > 2) })
    recorder.onStart(() => setTimeout(() => recorder.stop(), 1200))
    recorder.start({ format: 'PCM', sampleRate: 8000, numberOfChannels: 1, frameSize: 2 })`,
    [{ log: ['2048 true'] }],
  ),
  recorder(
    'pause-resume',
    'pause and resume are told by their events, and pauses do not count.',
    `
    recorder.onStart(() => setTimeout(() => recorder.pause(), 300))
    recorder.onPause(() => { log('pause'); setTimeout(() => recorder.resume(), 1500) })
    recorder.onResume(() => { log('resume'); setTimeout(() => recorder.stop(), 300) })
    recorder.onStop((e) => log(e.duration < 1500))
    recorder.start()`,
    [{ log: ['pause', 'resume', 'true'] }],
  ),
  recorder(
    'duration',
    'A recording ends by itself after its duration.',
    `
    recorder.onStop((e) => log(Math.abs(e.duration - 800) < 300))
    recorder.start({ duration: 800 })`,
    [{ log: ['true'] }],
  ),
  recorder(
    'start-twice',
    'A second start while it records is an error.',
    `
    recorder.onError((e) => { log(e.errMsg.includes('fail')); recorder.stop() })
    recorder.onStart(() => recorder.start())
    recorder.start()`,
    [{ log: ['true'] }],
  ),
  recorder(
    'invalid-duration',
    'A duration above ten minutes is an error.',
    `
    recorder.onError((e) => log(e.errMsg))
    recorder.start({ duration: 700000 })`,
    [{ logMatches: ['fail invalid duration$'] }],
  ),
  recorder(
    'invalid-format',
    'A format that there is not is an error.',
    `
    recorder.onError((e) => log(e.errMsg))
    recorder.start({ format: 'flac' })`,
    [{ logMatches: ['fail invalid format$'] }],
  ),
  recorder(
    'one-manager',
    'getRecorderManager gives the same manager each time.',
    `log(recorder === wx.getRecorderManager())`,
    [{ log: ['true'] }],
  ),
  recorder(
    'playable',
    'What was recorded can be played.',
    `
    recorder.onStart(() => setTimeout(() => recorder.stop(), 600))
    recorder.onStop((e) => { const s = wx.createInnerAudioContext(); s.onCanplay(() => { log('can'); s.destroy() }); s.onError((x) => log(x.errMsg)); s.src = e.tempFilePath })
    recorder.start({ format: 'aac' })`,
    [{ log: ['can'] }],
  ),
  recorder(
    'old-functions',
    'wx.startRecord succeeds with a file when wx.stopRecord is called.',
    `
    wx.startRecord({ success: (e) => log(e.errMsg, e.tempFilePath.startsWith('wxfile://')) })
    setTimeout(() => wx.stopRecord({}), 900)`,
    [{ log: ['startRecord:ok true'] }],
    'wx.startRecord',
  ),
  {
    id: 'denied',
    says: 'When the user refuses the microphone, onError tells it.',
    source,
    wxml: '<button id="go" bindtap="go">go</button>',
    js: `Page({ go() { const r = wx.getRecorderManager(); r.onError((e) => log(e.errMsg)); r.start() } })`,
    covers: ['wx.getRecorderManager'],
    steps: [{ tap: '#go' }, { tapHost: '拒绝' }, { logMatches: ['auth deny'] }],
  },
]
