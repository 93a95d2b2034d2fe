import type * as F from '@figma/plugin-typings/plugin-api-standalone'
import * as z from 'zod'
import { adoptCovered } from '../../document/sections.ts'
import { ABSENT, KIND } from '../../sandbox/remote.ts'
import { validated } from '../../values/validated.ts'
import { type Exactly, type Holds, wordsOf } from '../absent.ts'
import { LAYER_ABSENT } from './layer-absent.ts'
import { LayerFace } from './layer-face.ts'
import { withAspectRatio } from './mixins/with-aspect-ratio.ts'
import { withChildren } from './mixins/with-children.ts'
import { withFourCorners } from './mixins/with-corners.ts'
import { withFills } from './mixins/with-fills.ts'
import { sizeFrom } from './mixins/with-layout.ts'
import { STROKES_ABSENT, withStrokes } from './mixins/with-strokes.ts'
import { change, ID, recordOf, treeOf } from './node-face.ts'

export class SectionFace
  extends withChildren(withAspectRatio(withFourCorners(withStrokes(withFills(LayerFace)))))
  implements Pick<F.SectionNode, Simulated>
{
  get [KIND]() {
    return 'SectionNode'
  }
  override get [ABSENT]() {
    return wordsOf(SECTION_ABSENT)
  }
  get type(): 'SECTION' {
    return 'SECTION'
  }

  get sectionContentsHidden(): boolean {
    return recordOf(this).sectionContentsHidden ?? false
  }
  set sectionContentsHidden(value: unknown) {
    change(this, { sectionContentsHidden: validated(z.boolean(), value, 'sectionContentsHidden') })
  }

  /** T:12340: no constraints either way. */
  resize(width: unknown, height: unknown): void {
    this.resizeWithoutConstraints(width, height)
  }

  resizeWithoutConstraints(width: unknown, height: unknown): void {
    change(this, sizeFrom(recordOf(this), width, height))
    adoptCovered(treeOf(this), this[ID])
  }
}

type Simulated = Extract<keyof SectionFace, keyof F.SectionNode>

const SECTION_ABSENT = [...LAYER_ABSENT, ...STROKES_ABSENT, 'devStatus findWidgetNodesByWidgetId'] as const
export type SectionMembers = Holds<Exactly<F.SectionNode, SectionFace, typeof SECTION_ABSENT>>
