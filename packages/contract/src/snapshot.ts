/**
 * Snapshots: what a page shows from its initial data, drawn while the app is built, so that its first content comes with the HTML.
 * A tree of names from a list and texts, never markup: whoever uploads one cannot put anything else into a page.
 */
import { z } from 'zod'
import { fileRefSchema } from './package-format.ts'
import type { SnapshotElement, SnapshotNode } from './snapshot-markup.ts'

/** More than a first screen holds; a snapshot must not make the HTML slow. */
export const snapshotLimits = { elements: 400, bytes: 32 * 1024, depth: 60 } as const

const tag = z.string().regex(/^(?:wx-[a-z][a-z0-9-]{0,60}|div|span|i|b|input|textarea|button|label|ul|li)$/)
const attributeName =
  /^(?:class|style|id|hidden|role|type|placeholder|value|disabled|checked|rows|dir|data-[a-z][a-z0-9-]*|aria-[a-z]+)$/
const attributes = z.record(z.string().max(60).regex(attributeName), z.string().max(4000))

const element: z.ZodType<SnapshotElement> = z.lazy(() => z.tuple([tag, attributes], node))
const node: z.ZodType<SnapshotNode> = z.lazy(() => z.union([z.string().max(4000), element]))

/** Contents of one snapshot's file. */
export const snapshotSchema = z.strictObject({
  /** What the page's root element holds. */
  nodes: z.array(node).max(snapshotLimits.elements),
  /** The rules that these nodes use, in order of the cascade. */
  css: z.string().max(snapshotLimits.bytes),
})

/** Contents of the file `manifest.snapshots`: route -> snapshot. Pages without one are not in it. */
export const snapshotTableSchema = z.record(z.string().max(255), fileRefSchema)
export type SnapshotTable = z.infer<typeof snapshotTableSchema>
