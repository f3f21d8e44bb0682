/** Routes and what is on the screen. */
import { defineArea } from './define.ts'

export const interfaceFunctions = {
  ...defineArea('route', {
    async: {
      real: 'navigateBack navigateTo reLaunch redirectTo switchTab',
      soft: 'rewriteRoute',
    },
  }),
  ...defineArea('navigate', {
    async: {
      real: 'exitMiniProgram navigateBackMiniProgram navigateToMiniProgram restartMiniProgram',
      degraded: 'openEmbeddedMiniProgram',
      soft: `
        openInquiriesTopic
        openOfficialAccountArticle openOfficialAccountChat openOfficialAccountProfile
      `,
    },
    on: {
      soft: 'onEmbeddedMiniProgramHeightChange',
    },
    off: {
      soft: 'offEmbeddedMiniProgramHeightChange',
    },
  }),
  ...defineArea('worklet', {
    object: {
      degraded: 'worklet',
    },
  }),
  ...defineArea('ui', {
    async: {
      real: `
        hideLoading hideToast pageScrollTo showActionSheet showLoading showModal showToast
        startPullDownRefresh stopPullDownRefresh disableAlertBeforeUnload enableAlertBeforeUnload
      `,
      degraded: 'setBackgroundColor setBackgroundTextStyle',
      soft: `
        setTopBarText
        setWindowSize
      `,
    },
    sync: {
      real: 'getMenuButtonBoundingClientRect nextTick',
      soft: 'checkIsPictureInPictureActive',
    },
    on: {
      real: 'onWindowResize',
      soft: `
        onMenuButtonBoundingClientRectWeightChange onParallelStateChange onUserOffTranslation
        onUserTriggerTranslation onWindowStateChange
      `,
    },
    off: {
      real: 'offWindowResize',
      soft: `
        offMenuButtonBoundingClientRectWeightChange offParallelStateChange offUserOffTranslation
        offUserTriggerTranslation offWindowStateChange
      `,
    },
  }),
  ...defineArea('animation', { create: { real: 'createAnimation' } }),
  ...defineArea('navigation-bar', {
    async: {
      real: `
        hideHomeButton hideNavigationBarLoading setNavigationBarColor setNavigationBarTitle
        showNavigationBarLoading
      `,
    },
  }),
  ...defineArea('tab-bar', {
    async: {
      real: `
        hideTabBar hideTabBarRedDot removeTabBarBadge setTabBarBadge setTabBarItem setTabBarStyle showTabBar
        showTabBarRedDot
      `,
    },
  }),
  ...defineArea('wxml', {
    create: {
      real: 'createIntersectionObserver createSelectorQuery',
    },
  }),
  ...defineArea('canvas', {
    async: {
      real: 'canvasGetImageData canvasPutImageData canvasToTempFilePath',
    },
    create: {
      real: 'createCanvasContext createOffscreenCanvas',
    },
  }),
}
