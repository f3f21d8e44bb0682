/** Storage, files, network. */
import { defineArea } from './define.ts'

export const dataFunctions = {
  ...defineArea('storage', {
    async: {
      real: 'batchGetStorage batchSetStorage clearStorage getStorage getStorageInfo removeStorage setStorage',
    },
    sync: {
      real: `
        batchGetStorageSync getStorageInfoSync getStorageSync batchSetStorageSync clearStorageSync
        removeStorageSync setStorageSync
      `,
    },
    create: {
      soft: 'createCacheManager',
    },
  }),
  ...defineArea('background-fetch', {
    async: {
      real: 'preloadAssets',
      degraded: `
        getBackgroundFetchData getBackgroundFetchToken preloadSkylineView preloadWebview setBackgroundFetchToken
      `,
    },
    on: {
      degraded: 'onBackgroundFetchData',
    },
  }),
  ...defineArea('file', {
    async: {
      real: 'getFileInfo getSavedFileInfo getSavedFileList removeSavedFile saveFile saveFileToDisk',
    },
    sync: {
      real: 'createBufferURL revokeBufferURL',
    },
    create: {
      real: 'getFileSystemManager',
    },
  }),
  ...defineArea('network', {
    async: {
      real: 'request',
    },
    create: {
      soft: 'createTCPSocket createUDPSocket',
    },
  }),
  ...defineArea('transfer', {
    async: {
      real: 'downloadFile uploadFile',
    },
  }),
  ...defineArea('socket', {
    async: {
      real: 'closeSocket sendSocketMessage',
    },
    on: {
      real: 'onSocketClose onSocketError onSocketMessage onSocketOpen',
    },
    create: {
      real: 'connectSocket',
    },
  }),
  ...defineArea('mdns', {
    async: {
      soft: 'startLocalServiceDiscovery stopLocalServiceDiscovery',
    },
    on: {
      soft: 'onLocalServiceDiscoveryStop onLocalServiceFound onLocalServiceLost onLocalServiceResolveFail',
    },
    off: {
      soft: 'offLocalServiceDiscoveryStop offLocalServiceFound offLocalServiceLost offLocalServiceResolveFail',
    },
  }),
}
