/** The platform's own services. */
import { defineArea } from './define.ts'

export const openFunctions = {
  ...defineArea('login', {
    async: {
      real: 'checkSession getUserInfo getUserProfile login',
      soft: 'pluginLogin',
    },
    sync: {
      real: 'getAccountInfoSync',
    },
  }),
  ...defineArea('setting', {
    async: {
      real: 'authorize authorizeForMiniProgram getSetting openSetting',
    },
  }),
  ...defineArea('share', {
    async: {
      real: 'hideShareMenu showShareMenu',
      degraded: 'shareFileMessage shareVideoMessage showShareImageMenu updateShareMenu',
      soft: 'authPrivateMessage getShareInfo shareToOfficialAccount',
    },
    on: {
      real: 'onCopyUrl',
    },
    off: {
      real: 'offCopyUrl',
    },
  }),
  ...defineArea('subscribe', {
    async: {
      degraded: 'requestSubscribeDeviceMessage requestSubscribeMessage',
    },
  }),
  ...defineArea('privacy', {
    async: {
      real: 'getPrivacySetting openPrivacyContract requirePrivacyAuthorize',
    },
    on: {
      real: 'onNeedPrivacyAuthorization',
    },
  }),
  ...defineArea('payment', {
    async: {
      degraded: 'requestOrderPayment requestPayment',
      soft: `
        jumpToOfflinePay openHKOfflinePayView requestAppleSubscribeSign requestCommonPayment
        requestMerchantTransfer requestPluginPayment requestVirtualPayment
      `,
    },
    create: {
      soft: 'createGlobalPayment',
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
      real: 'chooseAddress chooseInvoiceTitle chooseLicensePlate',
      degraded: 'openCustomerServiceChat',
      soft: `
        addCard addFileToFavorites addVideoToFavorites bindEmployeeRelation checkEmployeeRelation
        checkIsAddedToMyMiniProgram checkIsSoterEnrolledInDevice checkIsSupportFacialRecognition
        checkIsSupportSoterAuthentication chooseInvoice
        getGroupEnterInfo getWeRunData openCard openDesignerProfile
        openSingleStickerView openStickerIPView openStickerSetView openStoreCouponDetail
        openStoreOrderDetail requestFacialVerify requestSubscribeEmployeeMessage shareToWeRun showRedPackage
        startSoterAuthentication
      `,
    },
  }),
}
