/** Pictures, sound, video. */
import { defineArea } from './define.ts'

export const mediaFunctions = {
  ...defineArea('media', {
    async: {
      real: `
        checkDeviceSupportHevc chooseImage chooseMedia chooseVideo compressImage getImageInfo previewImage
        previewMedia
      `,
      degraded: 'chooseMessageFile getVideoInfo saveImageToPhotosAlbum saveVideoToPhotosAlbum',
      soft: 'compressVideo cropImage editImage openVideoEditor',
    },
    create: {
      soft: 'createMediaContainer createMediaRecorder createVideoDecoder',
    },
  }),
  ...defineArea('video', {
    create: {
      real: 'createVideoContext',
    },
  }),
  ...defineArea('live', {
    create: {
      degraded: 'createLivePlayerContext createLivePusherContext',
    },
  }),
  ...defineArea('recorder', {
    async: {
      real: 'getAvailableAudioSources',
      degraded: 'startRecord stopRecord',
    },
    create: {
      degraded: 'getRecorderManager',
    },
  }),
  ...defineArea('document', {
    async: {
      degraded: 'openDocument',
    },
  }),
  ...defineArea('scan', {
    async: {
      real: 'scanCode',
    },
  }),
  ...defineArea('ad', {
    async: {
      soft: 'getShowSplashAdStatus',
    },
    create: {
      degraded: 'createInterstitialAd createRewardedVideoAd',
    },
  }),
  ...defineArea('audio', {
    async: {
      real: `
        getBackgroundAudioPlayerState pauseBackgroundAudio pauseVoice playBackgroundAudio playVoice
        seekBackgroundAudio stopBackgroundAudio stopVoice
      `,
      degraded: 'setInnerAudioOption',
    },
    on: {
      real: 'onBackgroundAudioPause onBackgroundAudioPlay onBackgroundAudioStop',
    },
    create: {
      real: 'createAudioContext createInnerAudioContext getBackgroundAudioManager',
      soft: 'createMediaAudioPlayer createWebAudioContext',
    },
  }),
  ...defineArea('camera', {
    create: {
      real: 'createCameraContext',
    },
  }),
  ...defineArea('voip', {
    async: {
      soft: `
        exitVoIPChat getDeviceVoIPList join1v1Chat joinVoIPChat requestDeviceVoIP setEnable1v1Chat
        subscribeVoIPVideoMembers updateVoIPChatMuteConfig
      `,
    },
    on: {
      soft: `
        onVoIPChatInterrupted onVoIPChatMembersChanged onVoIPChatSpeakersChanged onVoIPChatStateChanged
        onVoIPVideoMembersChanged
      `,
    },
    off: {
      soft: `
        offVoIPChatInterrupted offVoIPChatMembersChanged offVoIPChatSpeakersChanged offVoIPChatStateChanged
        offVoIPVideoMembersChanged
      `,
    },
  }),
  ...defineArea('ai', {
    async: {
      soft: 'faceDetect getInferenceEnvInfo initFaceDetect stopFaceDetect',
    },
    sync: {
      soft: 'isVKSupport',
    },
    create: {
      soft: 'createInferenceSession createVKSession',
    },
  }),
}
