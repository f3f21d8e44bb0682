/** The built-in components whose code comes when a page first uses one of them. Their tags stand in `later-tags.ts`. */
import type { BuiltInDefinition } from '../view/built-in.ts'
import { coverView } from './cover-view/cover-view.ts'
import { movableView } from './movable-view/movable-view.ts'
import { pickerView } from './picker-view/picker-view.ts'
import { webView } from './web-view/web-view.ts'
import { ad, adCustom, officialAccount } from './ad/ad.ts'
import { audio } from './audio/audio.ts'
import { camera } from './camera/camera.ts'
import { canvas } from './canvas/canvas.ts'
import { map } from './map/map.ts'
import { checkbox, checkboxGroup } from './checkbox/checkbox.ts'
import { coverImage } from './cover-image/cover-image.ts'
import { draggableSheet } from './draggable-sheet/draggable-sheet.ts'
import { gestureHandlers } from './gesture-handler/definitions.ts'
import { gridView } from './grid-view/grid-view.ts'
import { editor } from './editor/editor.ts'
import { icon } from './icon/icon.ts'
import { listView } from './list-view/list-view.ts'
import { channelLive, channelVideo, livePlayer, livePusher, storeProduct, voipRoom } from './live-player/live-player.ts'
import { matchMedia } from './match-media/match-media.ts'
import { keyboardAccessory } from './keyboard-accessory/keyboard-accessory.ts'
import { movableArea } from './movable-area/movable-area.ts'
import { navigationBar } from './navigation-bar/navigation-bar.ts'
import { nestedScrollBody } from './nested-scroll-body/nested-scroll-body.ts'
import { nestedScrollHeader } from './nested-scroll-header/nested-scroll-header.ts'
import { openContainer } from './open-container/open-container.ts'
import { pageContainer } from './page-container/page-container.ts'
import { pageMeta } from './page-meta/page-meta.ts'
import { openData } from './open-data/open-data.ts'
import { pickerViewColumn } from './picker-view-column/picker-view-column.ts'
import { picker } from './picker/picker.ts'
import { progress } from './progress/progress.ts'
import { radio, radioGroup } from './radio/radio.ts'
import { richText } from './rich-text/rich-text.ts'
import { rootPortal } from './root-portal/root-portal.ts'
import { selection } from './selection/selection.ts'
import { shareElement } from './share-element/share-element.ts'
import { slider } from './slider/slider.ts'
import { snapshot } from './snapshot/snapshot.ts'
import { span } from './span/span.ts'
import { stickyHeader } from './sticky-header/sticky-header.ts'
import { stickySection } from './sticky-section/sticky-section.ts'
import { switchTag } from './switch/switch.ts'
import { textarea } from './textarea/textarea.ts'
import { video } from './video/video.ts'

export const laterBuiltIns: readonly BuiltInDefinition[] = [
  ad,
  adCustom,
  audio,
  camera,
  channelLive,
  channelVideo,
  canvas,
  map,
  checkbox,
  checkboxGroup,
  coverImage,
  coverView,
  draggableSheet,
  ...gestureHandlers,
  gridView,
  editor,
  icon,
  listView,
  livePlayer,
  livePusher,
  matchMedia,
  movableArea,
  movableView,
  keyboardAccessory,
  openData,
  navigationBar,
  nestedScrollBody,
  nestedScrollHeader,
  officialAccount,
  openContainer,
  pageContainer,
  pageMeta,
  picker,
  pickerView,
  pickerViewColumn,
  progress,
  radio,
  radioGroup,
  richText,
  rootPortal,
  selection,
  shareElement,
  slider,
  snapshot,
  span,
  stickyHeader,
  stickySection,
  storeProduct,
  switchTag,
  textarea,
  video,
  voipRoom,
  webView,
]
