import type * as F from '@figma/plugin-typings/plugin-api-standalone'
import { holderAt } from '../document/holder-at.ts'
import { soon } from '../later.ts'
import { KIND, Remote } from '../sandbox/remote.ts'
import { carried } from '../values/carried.ts'
import { asFigma } from './as-figma.ts'
import type { Session } from './session.ts'

/** What was let go over the canvas, by a person or by the plugin's page with `pluginDrop`. */
export interface Drop {
  /** px on the current page */
  x: number
  y: number
  items?: readonly F.DropItem[]
  files?: readonly { name: string; type: string; bytes: Uint8Array }[]
  dropMetadata?: unknown
}

/** The event that the plugin hears of it (T:691). */
export function dropEvent({ document, faceOf }: Session, drop: Drop): F.DropEvent {
  const { id, at } = holderAt(document.tree, document.pageId, drop)
  const { x, y, items = [], files = [], dropMetadata } = drop
  return {
    node: asFigma<F.SceneNode>(faceOf(id)),
    ...at,
    absoluteX: x,
    absoluteY: y,
    items: items.map(({ type, data }) => ({ type, data })),
    files: files.map((file) => new DropFileFace(file)),
    ...(dropMetadata !== undefined && { dropMetadata: carried(dropMetadata, 'dropMetadata') }),
  }
}

export class DropFileFace extends Remote implements F.DropFile {
  readonly #file: NonNullable<Drop['files']>[number]

  constructor(file: NonNullable<Drop['files']>[number]) {
    super()
    this.#file = file
  }

  get [KIND]() {
    return 'DropFile'
  }

  get name(): string {
    return this.#file.name
  }
  get type(): string {
    return this.#file.type
  }

  async getBytesAsync(): Promise<Uint8Array> {
    await soon()
    return this.#file.bytes.slice()
  }

  async getTextAsync(): Promise<string> {
    await soon()
    return new TextDecoder().decode(this.#file.bytes)
  }
}
