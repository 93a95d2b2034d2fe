import type { PictureType } from './picture-type.ts'

/** Where pictures are kept for a while. */
export interface Store {
  /** False where there is no room. */
  put(picture: Kept, bytes: Uint8Array): Promise<boolean>
  get(id: string): Promise<Found | undefined>
  /** Does nothing where there is no such picture. */
  delete(id: string): Promise<void>
  /** Deletes what has expired. */
  sweep(now: number): Promise<void>
}

export interface Kept {
  id: string
  type: PictureType
  /** ms since 1970. */
  expires: number
}

export interface Found extends Kept {
  bytes: number
  body: ReadableStream<Uint8Array>
}

/** How much a store holds. */
export interface Room {
  files: number
  bytes: number
}

export const ROOM: Room = { files: 500, bytes: 1_000_000_000 }
