/** Between a map in a page frame and the host, over the port of its ask. */

import type { MapSource } from '@banyan/contract/boot'

export type MapToHost = { type: 'load'; id: number; url: string } | { type: 'locate'; isWanted: boolean }

export type MapFromHost =
  | { type: 'source'; source: MapSource | undefined }
  | { type: 'body'; id: number; body: ArrayBuffer | undefined }
  /** In GCJ-02; the heading in degrees clockwise from north, when the device knows it. */
  | { type: 'location'; place: { latitude: number; longitude: number }; heading: number | undefined }
