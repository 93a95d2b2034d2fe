import type * as F from '@figma/plugin-typings/plugin-api-standalone'
import type { OpenDocument } from '../document/open-document.ts'
import type { Manifest } from '../manifest.ts'
import type { Painter } from '../scene.ts'
import type { ChangeNames } from './change-feed.ts'
import type { LoadedFonts } from './fonts.ts'
import type { LoadedPages } from './loaded-pages.ts'
import type { NodeChanges } from './node-changes.ts'
import type { NodeFace } from './nodes/node-face.ts'

/** One run of a plugin, as its API objects know it. */
export interface Session {
  readonly manifest: Manifest
  readonly document: OpenDocument
  readonly painter: Painter
  /** Whether the manifest says `documentAccess: dynamic-page`: if not, the old synchronous members work. */
  readonly dynamicPage: boolean
  readonly loadedPages: LoadedPages
  /** Who sits at this editor. */
  readonly user: F.User
  /** `figma.skipInvisibleInstanceChildren` (T:72). */
  skipsInvisible: boolean
  readonly loadedFonts: LoadedFonts
  readonly nodeChanges: NodeChanges
  readonly changeNames: ChangeNames
  /** Returns the id of the version. */
  saveVersion(title: string, description: string): string
  /** The API object for a node: always the same one, so that `===` holds. */
  faceOf(id: string): NodeFace
}
