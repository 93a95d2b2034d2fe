import type * as F from '@figma/plugin-typings/plugin-api-standalone'
import { notSimulated } from '../../errors.ts'
import { ABSENT, KIND } from '../../sandbox/remote.ts'
import { type Exactly, type Holds, wordsOf } from '../absent.ts'
import { asFigma } from '../as-figma.ts'
import { NODE_ABSENT } from './layer-absent.ts'
import { withChildren } from './mixins/with-children.ts'
import { NodeFace, recordOf, SESSION } from './node-face.ts'

export class DocumentFace extends withChildren(NodeFace) implements Pick<F.DocumentNode, Simulated> {
  get [KIND]() {
    return 'DocumentNode'
  }
  override get [ABSENT]() {
    return wordsOf(DOCUMENT_ABSENT)
  }
  get type(): 'DOCUMENT' {
    return 'DOCUMENT'
  }

  override get name(): string {
    return super.name
  }
  override set name(_value: unknown) {
    throw notSimulated('renaming the document')
  }

  /** The pages, loaded or not. */
  override get children(): never {
    const { faceOf } = this[SESSION]
    return recordOf(this).childIds.map((id) => asFigma<F.PageNode>(faceOf(id))) as never
  }

  get documentColorProfile(): F.DocumentNode['documentColorProfile'] {
    return this[SESSION].document.colorProfile
  }
}

type Simulated = Extract<keyof DocumentFace, keyof F.DocumentNode>

const DOCUMENT_ABSENT = [...NODE_ABSENT, 'findWidgetNodesByWidgetId'] as const
export type DocumentMembers = Holds<Exactly<F.DocumentNode, DocumentFace, typeof DOCUMENT_ABSENT>>
