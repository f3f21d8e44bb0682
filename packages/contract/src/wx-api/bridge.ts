/**
 * The functions that the host page carries out: only these names may stand in a bridge message. The list stands alone because the host
 * page needs nothing else of the manifest.
 */
const list = `
  checkSession login
  authorize getSetting openSetting
  chooseImage chooseMedia compressImage getImageInfo previewImage chooseMessageFile chooseVideo previewMedia
  saveImageToPhotosAlbum saveVideoToPhotosAlbum
  createInnerAudioContext
  canvasToTempFilePath createCanvasContext
  getClipboardData getNetworkType makePhoneCall setClipboardData setKeepScreenOn vibrateLong vibrateShort
  getFuzzyLocation getLocation
  batchSetStorage clearStorage removeStorage setStorage
  getFileSystemManager openDocument saveFileToDisk
  downloadFile request uploadFile connectSocket
  exitMiniProgram restartMiniProgram
  hideLoading hideToast showActionSheet showLoading showModal showToast setBackgroundColor
  hideHomeButton hideNavigationBarLoading setNavigationBarColor setNavigationBarTitle showNavigationBarLoading
  hideTabBar hideTabBarRedDot removeTabBarBadge setTabBarBadge setTabBarItem setTabBarStyle showTabBar showTabBarRedDot
`

export const bridgeFunctions: readonly string[] = list.split(/\s+/).filter((name) => name !== '')

/** Scopes that the user must grant before the function runs. */
export const bridgeScopes: Readonly<Record<string, string>> = {
  getLocation: 'scope.userLocation',
  getFuzzyLocation: 'scope.userFuzzyLocation',
}
