/** What a picture shows: a page with one or a few built-in components, with content as apps have it. */
import type { Step } from '../steps.ts'

export interface Look {
  /** Name of the pictures; the tag when there is one only. */
  id: string
  /** Tags that it shows. */
  tags: readonly string[]
  wxml: string
  js?: string
  wxss?: string
  json?: Readonly<Record<string, unknown>>
  /** Share of the picture that may differ from one time to the next; 0.002 unless it says more. */
  tolerance?: number
  /** Until the picture is worth taking. */
  steps?: readonly Step[]
}

/** A small heading above a group. */
export function head(text: string): string {
  return `<view class="head">${text}</view>`
}

/** A drawing as a data address, so that pictures need no network. */
export function drawing(body: string, [width, height]: readonly [number, number]): string {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">${body}</svg>`
  return `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`
}

export const hills = drawing(
  '<rect width="300" height="180" fill="#bfe3ec"/><circle cx="235" cy="45" r="22" fill="#f2a33a"/><path d="M0 180V120l70-60 80 75 55-45 95 90z" fill="#0b7a63"/><path d="M0 180v-30l110-35 190 65z" fill="#096652"/>',
  [300, 180],
)
