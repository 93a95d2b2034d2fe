import type { Session } from '../session.ts'
import { DocumentFace } from './document-face.ts'
import { EllipseFace } from './ellipse-face.ts'
import { FrameFace } from './frame-face.ts'
import type { NodeFace } from './node-face.ts'
import { PageFace } from './page-face.ts'
import { RectangleFace } from './rectangle-face.ts'

/** The API object for a node, by its type. */
export function createFace(session: Session, id: string): NodeFace {
  return new FACES[session.document.tree.get(id).type as keyof typeof FACES](session, id)
}

const FACES = {
  DOCUMENT: DocumentFace,
  PAGE: PageFace,
  FRAME: FrameFace,
  RECTANGLE: RectangleFace,
  ELLIPSE: EllipseFace,
}
