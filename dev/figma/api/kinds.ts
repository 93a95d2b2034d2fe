import type { Remote } from '../sandbox/remote.ts'
import { ClientStorageFace } from './client-storage.ts'
import { FigmaFace } from './figma-face.ts'
import { ImageFace } from './image-face.ts'
import { DocumentFace } from './nodes/document-face.ts'
import { EllipseFace } from './nodes/ellipse-face.ts'
import { FrameFace } from './nodes/frame-face.ts'
import { PageFace } from './nodes/page-face.ts'
import { RectangleFace } from './nodes/rectangle-face.ts'
import { RemovedFace } from './nodes/removed-face.ts'
import { NotificationFace } from './notification.ts'
import { UiFace } from './ui-face.ts'
import { ViewportFace } from './viewport-face.ts'

/** Every kind of API object. The sandbox knows all their members from the start, whatever the plugin looks at first. */
export const KINDS: readonly Remote[] = [
  FigmaFace,
  UiFace,
  ClientStorageFace,
  ViewportFace,
  NotificationFace,
  ImageFace,
  DocumentFace,
  PageFace,
  FrameFace,
  RectangleFace,
  EllipseFace,
  RemovedFace,
].map(({ prototype }) => prototype)
