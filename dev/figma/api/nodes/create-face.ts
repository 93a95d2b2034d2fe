import type { Session } from '../session.ts'
import { BooleanOperationFace } from './boolean-operation-face.ts'
import { ComponentFace } from './component-face.ts'
import { ComponentSetFace } from './component-set-face.ts'
import { DocumentFace } from './document-face.ts'
import { EllipseFace } from './ellipse-face.ts'
import { FrameFace } from './frame-face.ts'
import { GroupFace } from './group-face.ts'
import { InstanceFace } from './instance-face.ts'
import { LineFace } from './line-face.ts'
import type { NodeFace } from './node-face.ts'
import { PageFace } from './page-face.ts'
import { PolygonFace } from './polygon-face.ts'
import { RectangleFace } from './rectangle-face.ts'
import { SectionFace } from './section-face.ts'
import { SliceFace } from './slice-face.ts'
import { StarFace } from './star-face.ts'
import { TextFace } from './text-face.ts'
import { VectorFace } from './vector-face.ts'

/** The API object for a node, by its type. */
export function createFace(session: Session, id: string): NodeFace {
  return new FACES[session.document.tree.get(id).type as keyof typeof FACES](session, id)
}

const FACES = {
  DOCUMENT: DocumentFace,
  PAGE: PageFace,
  FRAME: FrameFace,
  COMPONENT: ComponentFace,
  COMPONENT_SET: ComponentSetFace,
  INSTANCE: InstanceFace,
  RECTANGLE: RectangleFace,
  ELLIPSE: EllipseFace,
  LINE: LineFace,
  POLYGON: PolygonFace,
  STAR: StarFace,
  VECTOR: VectorFace,
  SLICE: SliceFace,
  SECTION: SectionFace,
  GROUP: GroupFace,
  BOOLEAN_OPERATION: BooleanOperationFace,
  TEXT: TextFace,
}
