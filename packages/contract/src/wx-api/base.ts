/** Base, app life cycle, system, analytics. */
import { defineArea } from './define.ts'

export const baseFunctions = {
  ...defineArea('base', {
    async: {
      real: 'preDownloadSubpackage getExtConfig',
      degraded: 'setEnableDebug',
      soft: 'updateWeChatApp',
    },
    sync: {
      real: `
        base64ToArrayBuffer getExtConfigSync canIUse arrayBufferToBase64 cancelIdleCallback
        requestIdleCallback
      `,
    },
    create: {
      real: 'getUpdateManager',
      soft: 'getPluginUpdateManager getXrFrameSystem',
    },
    object: {
      real: 'env',
      soft: 'cloud router',
    },
  }),
  ...defineArea('log', {
    create: {
      degraded: 'getLogManager getRealtimeLogManager',
    },
  }),
  ...defineArea('performance', {
    sync: {
      degraded: 'reportPerformance',
    },
    create: {
      degraded: 'getPerformance',
    },
  }),
  ...defineArea('crypto', {
    create: {
      degraded: 'getUserCryptoManager',
    },
  }),
  ...defineArea('app', {
    async: {
      soft: 'postMessageToReferrerMiniProgram postMessageToReferrerPage',
    },
    sync: {
      real: 'getEnterOptionsSync getLaunchOptionsSync getApiCategory',
    },
    on: {
      real: `
        onAfterPageLoad onAfterPageUnload onAppHide onAppRoute onAppRouteDone onAppShow onBeforeAppRoute onBeforePageLoad
        onBeforePageUnload onError onPageNotFound onThemeChange onUnhandledRejection
      `,
      soft: 'onApiCategoryChange onAudioInterruptionBegin onAudioInterruptionEnd onLazyLoadError',
    },
    off: {
      real: `
        offAfterPageLoad offAfterPageUnload offAppHide offAppRoute offAppRouteDone offAppShow offBeforeAppRoute offBeforePageLoad
        offBeforePageUnload offError offPageNotFound offThemeChange offUnhandledRejection
      `,
      soft: 'offApiCategoryChange offAudioInterruptionBegin offAudioInterruptionEnd offLazyLoadError',
    },
  }),
  ...defineArea('system', {
    async: {
      real: 'getRendererUserAgent getSystemInfo getSystemInfoAsync',
      degraded: 'getDeviceBenchmarkInfo getSkylineInfo',
      soft: 'openAppAuthorizeSetting openSystemBluetoothSetting',
    },
    sync: {
      real: 'getAppAuthorizeSetting getAppBaseInfo getDeviceInfo getSystemInfoSync getSystemSetting getWindowInfo',
      degraded: 'getSkylineInfoSync',
    },
  }),
  ...defineArea('worker', {
    create: {
      real: 'createWorker',
    },
  }),
  ...defineArea('analytics', {
    async: {
      soft: 'getCommonConfig',
    },
    sync: {
      degraded: 'reportAnalytics reportEvent reportMonitor',
      soft: 'getExptInfoSync',
    },
  }),
}
