/** Tags of `registry-later.ts`, known without its code. */
export const laterTags: ReadonlySet<string> = new Set(
  'checkbox checkbox-group icon movable-area movable-view picker picker-view picker-view-column progress radio radio-group rich-text slider switch textarea'.split(
    ' ',
  ),
)
