/** The platform's own services. */
import { defineArea } from './define.ts'

export const openFunctions = {
  ...defineArea('login', {
    async: {
      real: 'checkSession login',
      degraded: 'getUserInfo getUserProfile',
      soft: 'pluginLogin',
    },
    sync: {
      real: 'getAccountInfoSync',
    },
  }),
  ...defineArea('setting', {
    async: {
      real: 'authorize getSetting openSetting',
      soft: 'authorizeForMiniProgram',
    },
  }),
  ...defineArea('share', {
    async: {
      degraded: 'hideShareMenu showShareMenu updateShareMenu',
      soft: `
        authPrivateMessage getShareInfo shareFileMessage shareToOfficialAccount shareVideoMessage
        showShareImageMenu
      `,
    },
    on: {
      soft: 'onCopyUrl',
    },
    off: {
      soft: 'offCopyUrl',
    },
  }),
  ...defineArea('subscribe', {
    async: {
      degraded: 'requestSubscribeMessage',
      soft: 'requestSubscribeDeviceMessage',
    },
  }),
  ...defineArea('privacy', {
    async: {
      soft: 'getPrivacySetting openPrivacyContract requirePrivacyAuthorize',
    },
    on: {
      soft: 'onNeedPrivacyAuthorization',
    },
  }),
  ...defineArea('payment', {
    async: {
      soft: `
        jumpToOfflinePay openHKOfflinePayView requestAppleSubscribeSign requestCommonPayment
        requestMerchantTransfer requestOrderPayment requestPayment requestPluginPayment
        requestVirtualPayment
      `,
    },
    create: {
      soft: 'createGlobalPayment',
    },
  }),
  ...defineArea('ad', {
    async: {
      soft: 'getShowSplashAdStatus',
    },
    create: {
      soft: 'createInterstitialAd createRewardedVideoAd',
    },
  }),
  ...defineArea('channels', {
    async: {
      soft: `
        getChannelsLiveInfo getChannelsLiveNoticeInfo getChannelsShareKey openChannelsActivity
        openChannelsEvent openChannelsLive openChannelsLiveNoticeInfo openChannelsUserProfile
        reserveChannelsLive
      `,
    },
  }),
  ...defineArea('chattool', {
    async: {
      soft: `
        enterChatToolMode getChatToolInfo notifyGroupMembers openChatTool selectGroupMembers
        shareAppMessageToGroup shareEmojiToGroup shareFileToGroup shareImageToGroup shareVideoToGroup
      `,
    },
  }),
  ...defineArea('open', {
    async: {
      soft: `
        addCard addFileToFavorites addVideoToFavorites bindEmployeeRelation checkEmployeeRelation
        checkIsAddedToMyMiniProgram checkIsSoterEnrolledInDevice checkIsSupportFacialRecognition
        checkIsSupportSoterAuthentication chooseAddress chooseInvoice chooseInvoiceTitle chooseLicensePlate
        getGroupEnterInfo getWeRunData openCard openCustomerServiceChat openDesignerProfile
        openSingleStickerView openStickerIPView openStickerSetView openStoreCouponDetail
        openStoreOrderDetail requestFacialVerify requestSubscribeEmployeeMessage shareToWeRun showRedPackage
        startSoterAuthentication
      `,
    },
  }),
}
