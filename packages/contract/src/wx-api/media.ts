/** Pictures, sound, video. */
import { defineArea } from './define.ts'

export const mediaFunctions = {
  ...defineArea('media', {
    async: {
      real: 'chooseImage chooseMedia compressImage getImageInfo previewImage',
      degraded: 'chooseMessageFile chooseVideo previewMedia saveImageToPhotosAlbum saveVideoToPhotosAlbum',
      soft: 'checkDeviceSupportHevc compressVideo cropImage editImage getVideoInfo openVideoEditor',
    },
    create: {
      soft: `
        createLivePlayerContext createLivePusherContext createMediaContainer createMediaRecorder
        createVideoContext createVideoDecoder
      `,
    },
  }),
  ...defineArea('audio', {
    async: {
      soft: `
        getAvailableAudioSources getBackgroundAudioPlayerState pauseBackgroundAudio pauseVoice
        playBackgroundAudio playVoice seekBackgroundAudio setInnerAudioOption startRecord
        stopBackgroundAudio stopRecord stopVoice
      `,
    },
    on: {
      soft: 'onBackgroundAudioPause onBackgroundAudioPlay onBackgroundAudioStop',
    },
    create: {
      degraded: 'createInnerAudioContext',
      soft: `
        createAudioContext getBackgroundAudioManager createMediaAudioPlayer getRecorderManager
        createWebAudioContext
      `,
    },
  }),
  ...defineArea('camera', {
    create: {
      soft: 'createCameraContext',
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
