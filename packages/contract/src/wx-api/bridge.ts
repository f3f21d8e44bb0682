/**
 * The functions that the host page carries out: only these names may stand in a bridge message. The list stands alone because the host
 * page needs nothing else of the manifest.
 */
const list = `
  checkSession login getUserInfo getUserProfile
  authorize authorizeForMiniProgram getSetting openSetting
  getPrivacySetting onNeedPrivacyAuthorization openPrivacyContract requirePrivacyAuthorize
  requestOrderPayment requestPayment
  requestSubscribeDeviceMessage requestSubscribeMessage
  hideShareMenu shareFileMessage shareVideoMessage showShareImageMenu showShareMenu updateShareMenu
  chooseAddress chooseInvoiceTitle chooseLicensePlate openCustomerServiceChat
  getUpdateManager
  chooseImage chooseMedia compressImage getImageInfo previewImage chooseMessageFile chooseVideo previewMedia
  saveImageToPhotosAlbum saveVideoToPhotosAlbum
  createInnerAudioContext getBackgroundAudioManager getRecorderManager createCameraContext scanCode getVideoInfo
  canvasToTempFilePath createCanvasContext
  getClipboardData getNetworkType makePhoneCall setClipboardData setKeepScreenOn vibrateLong vibrateShort
  chooseLocation openLocation
  getFuzzyLocation getLocation startLocationUpdate startLocationUpdateBackground stopLocationUpdate
  startAccelerometer startCompass startDeviceMotionListening startGyroscope
  stopAccelerometer stopCompass stopDeviceMotionListening stopGyroscope
  getBatteryInfo getScreenBrightness setScreenBrightness addPhoneContact chooseContact addPhoneCalendar addPhoneRepeatCalendar sendSms
  loadFontFace
  getBackgroundFetchToken setBackgroundFetchToken preloadAssets
  batchSetStorage clearStorage removeStorage setStorage
  getFileSystemManager openDocument saveFileToDisk
  downloadFile request uploadFile connectSocket
  exitMiniProgram navigateBackMiniProgram navigateToMiniProgram openEmbeddedMiniProgram restartMiniProgram
  disableAlertBeforeUnload enableAlertBeforeUnload
  hideLoading hideToast showActionSheet showLoading showModal showToast setBackgroundColor
  hideHomeButton hideNavigationBarLoading setNavigationBarColor setNavigationBarTitle showNavigationBarLoading
  hideTabBar hideTabBarRedDot removeTabBarBadge setTabBarBadge setTabBarItem setTabBarStyle showTabBar showTabBarRedDot
`

/** What only the runtime's own code in the worker calls: no member of `wx` has such a name. */
export const ownBridgeFunctions: readonly string[] = ['answerHost', 'callEmbedder']

export const bridgeFunctions: readonly string[] = [
  ...list.split(/\s+/).filter((name) => name !== ''),
  ...ownBridgeFunctions,
]

/** Scopes that the user must grant before the function runs. */
export const bridgeScopes: Readonly<Record<string, string>> = {
  getLocation: 'scope.userLocation',
  getFuzzyLocation: 'scope.userFuzzyLocation',
  saveImageToPhotosAlbum: 'scope.writePhotosAlbum',
  saveVideoToPhotosAlbum: 'scope.writePhotosAlbum',
  startLocationUpdate: 'scope.userLocation',
  startLocationUpdateBackground: 'scope.userLocationBackground',
  addPhoneContact: 'scope.addPhoneContact',
  addPhoneCalendar: 'scope.addPhoneCalendar',
  addPhoneRepeatCalendar: 'scope.addPhoneCalendar',
}

/** Functions that touch personal data: where an app asks for privacy checks, the user must have agreed to its terms first. */
export const bridgePrivacy: readonly string[] = `
  getUserInfo getUserProfile getLocation getFuzzyLocation chooseAddress chooseInvoiceTitle chooseLicensePlate
  chooseImage chooseMedia chooseVideo chooseMessageFile saveImageToPhotosAlbum saveVideoToPhotosAlbum
  getClipboardData setClipboardData
`
  .trim()
  .split(/\s+/)
