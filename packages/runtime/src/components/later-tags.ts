/** Tags of `registry-later.ts`, known without its code. */
export const laterTags: ReadonlySet<string> = new Set(
  'checkbox checkbox-group icon picker progress radio radio-group rich-text slider switch textarea'.split(' '),
)
