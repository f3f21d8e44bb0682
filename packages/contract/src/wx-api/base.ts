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
        getExtConfigSync cancelIdleCallback
        requestIdleCallback
      `,
    },
    create: {
      soft: 'getPluginUpdateManager getXrFrameSystem',
    },
    object: {
      real: 'env',
      soft: 'router',
    },
  }),
  ...defineArea('can-i-use', { sync: { real: 'canIUse' } }),
  ...defineArea('cloud', { object: { soft: 'cloud' } }),
  ...defineArea('update', { create: { real: 'getUpdateManager' } }),
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
    async: {
      real: 'getRandomValues',
    },
    sync: {
      real: 'arrayBufferToBase64 base64ToArrayBuffer',
    },
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
