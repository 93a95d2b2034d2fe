import type { Remote } from '../sandbox/remote.ts'
import { ClientStorageFace } from './client-storage.ts'
import { DropFileFace } from './drop.ts'
import { FigmaFace } from './figma-face.ts'
import { ImageFace } from './image-face.ts'
import { BooleanOperationFace } from './nodes/boolean-operation-face.ts'
import { ComponentFace } from './nodes/component-face.ts'
import { ComponentSetFace } from './nodes/component-set-face.ts'
import { DocumentFace } from './nodes/document-face.ts'
import { EllipseFace } from './nodes/ellipse-face.ts'
import { FrameFace } from './nodes/frame-face.ts'
import { GroupFace } from './nodes/group-face.ts'
import { InstanceFace } from './nodes/instance-face.ts'
import { LineFace } from './nodes/line-face.ts'
import { PageFace } from './nodes/page-face.ts'
import { PolygonFace } from './nodes/polygon-face.ts'
import { RectangleFace } from './nodes/rectangle-face.ts'
import { RemovedFace } from './nodes/removed-face.ts'
import { SectionFace } from './nodes/section-face.ts'
import { SliceFace } from './nodes/slice-face.ts'
import { StarFace } from './nodes/star-face.ts'
import { TextFace } from './nodes/text-face.ts'
import { VectorFace } from './nodes/vector-face.ts'
import { NotificationFace } from './notification.ts'
import { ParametersFace } from './parameters-face.ts'
import { EffectStyleFace } from './styles/effect-style-face.ts'
import { GridStyleFace } from './styles/grid-style-face.ts'
import { PaintStyleFace } from './styles/paint-style-face.ts'
import { TextStyleFace } from './styles/text-style-face.ts'
import { SuggestionResultsFace } from './suggestion-results.ts'
import { UiFace } from './ui-face.ts'
import { UtilFace } from './util-face.ts'
import { VariableCollectionFace } from './variables/variable-collection-face.ts'
import { VariableFace } from './variables/variable-face.ts'
import { VariablesFace } from './variables/variables-face.ts'
import { ViewportFace } from './viewport-face.ts'

/** Every kind of API object. The sandbox knows all their members from the start, whatever the plugin looks at first. */
export const KINDS: readonly Remote[] = [
  FigmaFace,
  UiFace,
  ClientStorageFace,
  ViewportFace,
  NotificationFace,
  ParametersFace,
  SuggestionResultsFace,
  UtilFace,
  DropFileFace,
  ImageFace,
  DocumentFace,
  PageFace,
  FrameFace,
  ComponentFace,
  ComponentSetFace,
  InstanceFace,
  RectangleFace,
  EllipseFace,
  LineFace,
  PolygonFace,
  StarFace,
  VectorFace,
  SliceFace,
  SectionFace,
  GroupFace,
  BooleanOperationFace,
  TextFace,
  RemovedFace,
  PaintStyleFace,
  TextStyleFace,
  EffectStyleFace,
  GridStyleFace,
  VariablesFace,
  VariableFace,
  VariableCollectionFace,
].map(({ prototype }) => prototype)
