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
      degraded: 'reportPerformance',
      soft: 'preloadAssets preloadSkylineView preloadWebview',
    },
    create: {
      real: 'getUpdateManager',
      degraded: 'getLogManager getPerformance getRealtimeLogManager',
      soft: 'getPluginUpdateManager getUserCryptoManager getXrFrameSystem',
    },
    object: {
      real: 'env',
      soft: 'cloud router',
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
      real: 'onAppHide onAppShow onError onPageNotFound onThemeChange onUnhandledRejection',
      soft: `
        onAfterPageLoad onAfterPageUnload onApiCategoryChange onAppRoute onAppRouteDone
        onAudioInterruptionBegin onAudioInterruptionEnd onBeforeAppRoute onBeforePageLoad onBeforePageUnload
        onLazyLoadError
      `,
    },
    off: {
      real: 'offAppHide offAppShow offError offPageNotFound offThemeChange offUnhandledRejection',
      soft: `
        offAfterPageLoad offAfterPageUnload offApiCategoryChange offAppRoute offAppRouteDone
        offAudioInterruptionBegin offAudioInterruptionEnd offBeforeAppRoute offBeforePageLoad
        offBeforePageUnload offLazyLoadError
      `,
    },
  }),
  ...defineArea('system', {
    async: {
      real: 'getRendererUserAgent getSystemInfo getSystemInfoAsync',
      soft: 'getDeviceBenchmarkInfo getSkylineInfo openAppAuthorizeSetting openSystemBluetoothSetting',
    },
    sync: {
      real: 'getAppAuthorizeSetting getAppBaseInfo getDeviceInfo getSystemInfoSync getSystemSetting getWindowInfo',
      soft: 'getSkylineInfoSync',
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
