import * as z from 'zod'
import type { TextContent } from '../../../document/parts/text-content.ts'
import { withAll } from '../../../text/write-letters.ts'
import * as letters from '../../../values/letters.ts'
import { validated } from '../../../values/validated.ts'
import type { LayerFace } from '../layer-face.ts'
import { assertWritable, byHand, changeLetters, mixable, textOf } from '../letter-access.ts'
import { recordOf } from '../node-face.ts'
import type { Class } from './class.ts'

/** What NonResizableTextMixin adds for a text as a whole: lines and paragraphs. */
export function withTextParagraphs<Base extends Class<LayerFace>>(base: Base) {
  abstract class WithTextParagraphs extends base {
    get paragraphIndent(): number {
      return textOf(this).paragraphIndent
    }
    set paragraphIndent(value: unknown) {
      setParagraphs(this, { paragraphIndent: validated(z.number().min(0), value, 'paragraphIndent') })
    }

    get paragraphSpacing(): number {
      return textOf(this).paragraphSpacing
    }
    set paragraphSpacing(value: unknown) {
      setParagraphs(this, { paragraphSpacing: validated(z.number().min(0), value, 'paragraphSpacing') })
    }

    get textDecoration(): never {
      return mixable(this, 'textDecoration')
    }
    set textDecoration(value: unknown) {
      const textDecoration = validated(letters.textDecoration, value, 'textDecoration')
      assertWritable(this)
      // T:5566: a decoration lies over a text style and does not part from it.
      changeLetters(this, withAll(recordOf(this), { textDecoration }))
    }

    get lineHeight(): never {
      return mixable(this, 'lineHeight')
    }
    set lineHeight(value: unknown) {
      const lineHeight = validated(letters.lineHeight, value, 'lineHeight')
      assertWritable(this)
      changeLetters(this, withAll(recordOf(this), byHand({ lineHeight })))
    }
  }
  return WithTextParagraphs
}

function setParagraphs(face: LayerFace, part: Partial<TextContent>): void {
  assertWritable(face)
  const { text, ...rest } = withAll(recordOf(face), byHand({}))
  changeLetters(face, { ...rest, text: { ...text!, ...part } })
}

export const TEXT_PARAGRAPHS_ABSENT = [
  'textWrapStyle listSpacing hangingPunctuation hangingList leadingTrim textDecorationStyle textDecorationOffset',
  'textDecorationThickness textDecorationColor textDecorationSkipInk',
] as const
