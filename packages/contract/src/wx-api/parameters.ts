/** Made by `scripts/wx-parameters.ts` from WeChat's typings; do not edit. */
export const parameterRows = `
  addCard cardList:A
  addFileToFavorites filePath:S
  addPaymentPassFinish activationData:S encryptedPassData:S ephemeralPublicKey:S panid:S
  addPaymentPassGetCertificateData style:N
  addPhoneCalendar startTime:N title:S
  addPhoneContact firstName:S
  addPhoneRepeatCalendar startTime:N title:S
  addVideoToFavorites videoPath:S
  authPrivateMessage shareTicket:S
  authorize scope:S
  authorizeForMiniProgram scope:S
  batchGetStorage keyList:A
  batchSetStorage kvList:A
  bindEmployeeRelation tmplIds:A
  canAddSecureElementPass panid:S
  canvasGetImageData canvasId:S height:N width:N x:N y:N
  canvasPutImageData canvasId:S height:N width:N x:N y:N
  checkIsSoterEnrolledInDevice checkAuthMode:S
  checkTransitCardSupport issuerID:S
  closeBLEConnection deviceId:S
  compressVideo bitrate:N fps:N resolution:N src:S
  connectWifi SSID:S password:S
  createBLEConnection deviceId:S
  cropImage cropScale:S src:S
  deleteTransitCard issuerID:S sign:S timestamp:S
  downloadFile url:S
  editImage src:S
  enableAlertBeforeUnload message:S
  faceDetect frameBuffer:R height:N width:N
  getBLEDeviceCharacteristics deviceId:S serviceId:S
  getBLEDeviceRSSI deviceId:S
  getBLEDeviceServices deviceId:S
  getBLEMTU deviceId:S
  getBackgroundFetchData fetchType:S
  getChannelsLiveInfo finderUserName:S
  getChannelsLiveNoticeInfo finderUserName:S
  getCommonConfig mode:N
  getConnectedBluetoothDevices services:A
  getImageInfo src:S
  getRandomValues length:N
  getShareInfo shareTicket:S
  getStorage key:S
  getTransitCardInfo fields:A issuerID:S
  getUserProfile desc:S
  getVideoInfo src:S
  hideTabBarRedDot index:N
  isBluetoothDevicePaired deviceId:S
  issueTransitCard issuerID:S operation:S orderNo:S sign:S
  join1v1Chat caller:O listener:O
  joinVoIPChat groupId:S nonceStr:S signature:S timeStamp:N
  jumpToOfflinePay appId:S nonceStr:S package:S paySign:S queryStr:S signType:S timeStamp:S
  loadBuiltInFontFace family:S source:S
  loadFontFace family:S source:S
  makeBluetoothPair deviceId:S pin:S
  makePhoneCall phoneNumber:S
  navigateTo url:S
  notifyBLECharacteristicValueChange characteristicId:S deviceId:S serviceId:S state:B
  notifyGroupMembers entrancePath:S members:A title:S
  openCard cardList:A
  openChannelsActivity feedId:S finderUserName:S
  openChannelsEvent eventId:S finderUserName:S
  openChannelsLive finderUserName:S
  openChannelsLiveNoticeInfo finderUserName:S
  openChannelsUserProfile finderUserName:S
  openChatTool url:S
  openDesignerProfile url:S
  openDocument filePath:S
  openEmbeddedMiniProgram appId:S
  openHKOfflinePayView nonceStr:S package:S paySign:S timeStamp:S
  openInquiriesTopic pageId:S
  openLocation latitude:N longitude:N
  openOfficialAccountArticle url:S
  openOfficialAccountChat username:S
  openOfficialAccountProfile username:S
  openSingleStickerView url:S
  openStickerIPView url:S
  openStickerSetView url:S
  openStoreCouponDetail couponId:S promoterShareLink:S shopAppid:S
  openStoreOrderDetail orderId:S
  openVideoEditor filePath:S maxDuration:S minDuration:S
  playBackgroundAudio dataUrl:S
  playVoice filePath:S
  preloadAssets data:A
  previewImage urls:A
  previewMedia sources:A
  reLaunch url:S
  readBLECharacteristicValue characteristicId:S deviceId:S serviceId:S
  rechargeTransitCard issuerID:S operation:S orderNo:S sign:S
  redirectTo url:S
  removeSecureElementPass panid:S
  removeStorage key:S
  removeTabBarBadge index:N
  request url:S
  requestCommonPayment mode:S paySig:S signData:O signature:S
  requestDeviceVoIP deviceName:S groupId:S modelId:S sn:S snTicket:S
  requestFacialVerify verifyId:S
  requestMerchantTransfer mchId:S package:S
  requestOrderPayment nonceStr:S package:S paySign:S timeStamp:S
  requestPayment timeStamp:S nonceStr:S package:S paySign:S
  requestPluginPayment fee:N paymentArgs:O version:S
  requestSubscribeDeviceMessage modelId:S sn:S snTicket:S tmplIds:A
  requestSubscribeEmployeeMessage tmplIds:A
  requestSubscribeMessage tmplIds:A
  requestVirtualPayment mode:S paySig:S signData:O signature:S
  reserveChannelsLive noticeId:S
  restartMiniProgram path:S
  rewriteRoute url:S
  saveFileToDisk filePath:S
  saveImageToPhotosAlbum filePath:S
  saveVideoToPhotosAlbum filePath:S
  seekBackgroundAudio position:N
  sendHCEMessage data:R
  setBLEMTU deviceId:S mtu:N
  setBackgroundFetchToken token:S
  setBackgroundTextStyle textStyle:S
  setClipboardData data:S
  setEnable1v1Chat enable:B
  setEnableDebug enableDebug:B
  setKeepScreenOn keepScreenOn:B
  setNavigationBarColor backgroundColor:S frontColor:S
  setNavigationBarTitle title:S
  setScreenBrightness value:N
  setStorage key:S
  setTabBarBadge index:N text:S
  setTabBarItem index:N
  setTopBarText text:S
  setWifiList wifiList:A
  setWindowSize height:N width:N
  shareAppMessageToGroup title:S
  shareEmojiToGroup imagePath:S
  shareFileMessage filePath:S
  shareFileToGroup filePath:S
  shareImageToGroup imagePath:S
  shareToOfficialAccount title:S
  shareToWeRun recordList:A
  shareVideoMessage videoPath:S
  shareVideoToGroup videoPath:S
  showActionSheet itemList:A
  showLoading title:S?
  showModal title:S? content:S? confirmText:S? cancelText:S? confirmColor:S? cancelColor:S?
  showRedPackage url:S
  showShareImageMenu path:S
  showTabBarRedDot index:N
  showToast title:S?
  startBeaconDiscovery uuids:A
  startHCE aid_list:A
  startLocalServiceDiscovery serviceType:S
  startSoterAuthentication challenge:S requestAuthModes:A
  subscribeVoIPVideoMembers openIdList:A
  switchTab url:S
  updateVoIPChatMuteConfig muteConfig:O
  uploadFile filePath:S name:S url:S
  writeBLECharacteristicValue characteristicId:S deviceId:S serviceId:S value:R
`
