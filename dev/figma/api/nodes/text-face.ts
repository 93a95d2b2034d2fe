import type * as F from '@figma/plugin-typings/plugin-api-standalone'
import * as z from 'zod'
import { followStyle } from '../../document/styles/follow-style.ts'
import { soon } from '../../later.ts'
import { ABSENT, KIND } from '../../sandbox/remote.ts'
import { renamed, textName } from '../../text/text-name.ts'
import { withAll } from '../../text/write-letters.ts'
import { validated } from '../../values/validated.ts'
import { type Exactly, type Holds, wordsOf } from '../absent.ts'
import { assertNotDynamic } from '../dynamic-page.ts'
import { setStyleNow } from '../styles/style-links.ts'
import { LAYER_ABSENT } from './layer-absent.ts'
import { LayerFace } from './layer-face.ts'
import { changeLetters, mixable, textOf, textStyleFrom } from './letter-access.ts'
import { withAspectRatio } from './mixins/with-aspect-ratio.ts'
import { withConstraints } from './mixins/with-constraints.ts'
import { KEEP_FILLS } from './mixins/with-fills.ts'
import { SHAPE_ABSENT, withShape } from './mixins/with-shape.ts'
import { TEXT_ABSENT, withText } from './mixins/with-text.ts'
import { withTextBox } from './mixins/with-text-box.ts'
import { TEXT_PARAGRAPHS_ABSENT, withTextParagraphs } from './mixins/with-text-paragraphs.ts'
import { TEXT_RANGES_ABSENT, withTextRanges } from './mixins/with-text-ranges.ts'
import { change, ID, recordOf, SESSION, treeOf } from './node-face.ts'

export class TextFace
  extends withTextBox(
    withTextRanges(withTextParagraphs(withText(withAspectRatio(withConstraints(withShape(LayerFace)))))),
  )
  implements Pick<F.TextNode, Simulated>
{
  get [KIND]() {
    return 'TextNode'
  }
  override get [ABSENT]() {
    return wordsOf(TEXT_FACE_ABSENT)
  }
  get type(): 'TEXT' {
    return 'TEXT'
  }

  override get name(): string {
    return super.name
  }
  override set name(value: unknown) {
    change(this, renamed(recordOf(this), validated(z.string(), value, 'name')))
  }

  get autoRename(): boolean {
    return textOf(this).autoRename
  }
  set autoRename(value: unknown) {
    const autoRename = validated(z.boolean(), value, 'autoRename')
    const text = { ...textOf(this), autoRename }
    change(this, autoRename ? { text, name: textName(text.characters) } : { text })
  }

  /** Mixed where letters differ (T:8795). Set, all letters have them, and none a style. */
  override get fills(): never {
    return mixable(this, 'fills')
  }
  override set fills(value: unknown) {
    recordOf(this)
    this[KEEP_FILLS](this[SESSION].document.storedPaints(value))
  }
  override [KEEP_FILLS](fills: F.Paint[]): void {
    changeLetters(this, withAll(recordOf(this), { fills, fillStyleId: '' }))
  }

  override get fillStyleId(): never {
    return mixable(this, 'fillStyleId')
  }
  override set fillStyleId(value: unknown) {
    setStyleNow(this, 'fill', value)
  }

  get textStyleId(): never {
    return mixable(this, 'textStyleId')
  }
  set textStyleId(value: unknown) {
    recordOf(this)
    assertNotDynamic(this[SESSION], 'node.setTextStyleIdAsync')
    followStyle(treeOf(this), this[ID], 'text', textStyleFrom(this, value))
  }
  async setTextStyleIdAsync(styleId: unknown): Promise<void> {
    recordOf(this)
    await soon()
    followStyle(treeOf(this), this[ID], 'text', textStyleFrom(this, styleId))
  }
}

type Simulated = Extract<keyof TextFace, keyof F.TextNode>

const TEXT_FACE_ABSENT = [
  ...LAYER_ABSENT,
  ...SHAPE_ABSENT,
  ...TEXT_ABSENT,
  ...TEXT_RANGES_ABSENT,
  ...TEXT_PARAGRAPHS_ABSENT,
  'annotations',
] as const
export type TextMembers = Holds<Exactly<F.TextNode, TextFace, typeof TEXT_FACE_ABSENT>>
