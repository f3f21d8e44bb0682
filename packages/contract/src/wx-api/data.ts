/** Storage, files, network. */
import { defineArea } from './define.ts'

export const dataFunctions = {
  ...defineArea('storage', {
    async: {
      real: 'batchGetStorage batchSetStorage clearStorage getStorage getStorageInfo removeStorage setStorage',
      soft: 'getBackgroundFetchData getBackgroundFetchToken setBackgroundFetchToken',
    },
    sync: {
      real: `
        batchGetStorageSync getStorageInfoSync getStorageSync batchSetStorageSync clearStorageSync
        removeStorageSync setStorageSync
      `,
      soft: 'createBufferURL revokeBufferURL',
    },
    on: {
      soft: 'onBackgroundFetchData',
    },
    create: {
      soft: 'createCacheManager',
    },
  }),
  ...defineArea('file', {
    async: {
      real: 'getFileInfo getSavedFileInfo getSavedFileList removeSavedFile saveFile saveFileToDisk',
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
