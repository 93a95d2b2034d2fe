import type { OpenDocument } from '../document/open-document.ts'
import type { Manifest } from '../manifest.ts'
import type { Painter } from '../scene.ts'
import type { NodeChanges } from './node-changes.ts'
import type { NodeFace } from './nodes/node-face.ts'

/** One run of a plugin, as its API objects know it. */
export interface Session {
  readonly manifest: Manifest
  readonly document: OpenDocument
  readonly painter: Painter
  /** Ids of the pages whose content the plugin may look at (documentAccess: dynamic-page). */
  readonly loadedPages: Set<string>
  readonly nodeChanges: NodeChanges
  /** The API object for a node: always the same one, so that `===` holds. */
  faceOf(id: string): NodeFace
}
