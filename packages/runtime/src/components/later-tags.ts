/** Tags of `registry-later.ts`, known without its code. */
export const laterTags: ReadonlySet<string> = new Set(
  'ad ad-custom audio camera channel-live channel-video canvas checkbox checkbox-group cover-image cover-view double-tap-gesture-handler draggable-sheet force-press-gesture-handler grid-view horizontal-drag-gesture-handler editor icon list-view live-player live-pusher long-press-gesture-handler map match-media movable-area movable-view keyboard-accessory open-data navigation-bar nested-scroll-body nested-scroll-header official-account open-container page-container page-meta pan-gesture-handler picker picker-view picker-view-column progress radio radio-group rich-text root-portal scale-gesture-handler selection share-element slider snapshot span sticky-header sticky-section store-product switch tap-gesture-handler textarea vertical-drag-gesture-handler video voip-room web-view'.split(
    ' ',
  ),
)
