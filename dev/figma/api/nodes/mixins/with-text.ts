import * as z from 'zod'
import { hasMissingFont } from '../../../text/fit-texts.ts'
import { textName } from '../../../text/text-name.ts'
import { withAll, withCharacters, withDeleted, withInserted } from '../../../text/write-letters.ts'
import * as letters from '../../../values/letters.ts'
import { validated } from '../../../values/validated.ts'
import type { LayerFace } from '../layer-face.ts'
import { assertNode, assertWritable, byHand, changeLetters, mixable, rangeFrom, textOf } from '../letter-access.ts'
import { recordOf, SESSION } from '../node-face.ts'
import type { Class } from './class.ts'

/** BaseNonResizableTextMixin, for a text as a whole. `never` stands where a value may also be `figma.mixed`. */
export function withText<Base extends Class<LayerFace>>(base: Base) {
  abstract class WithText extends base {
    get hasMissingFont(): boolean {
      return hasMissingFont(recordOf(this))
    }

    get characters(): string {
      return textOf(this).characters
    }
    set characters(value: unknown) {
      const characters = validated(z.string(), value, 'characters')
      assertWritable(this)
      write(this, withCharacters(recordOf(this), characters))
    }

    insertCharacters(start: unknown, characters: unknown, useStyle: unknown = 'BEFORE'): void {
      const { length } = textOf(this).characters
      const at = validated(z.int().min(0).max(length), start, 'start')
      const added = validated(z.string(), characters, 'characters')
      const use = validated(z.enum(['BEFORE', 'AFTER']), useStyle, 'useStyle')
      assertWritable(this)
      write(this, withInserted(recordOf(this), at, added, use))
    }

    deleteCharacters(start: unknown, end: unknown): void {
      const range = rangeFrom(this, start, end)
      assertWritable(this)
      write(this, withDeleted(recordOf(this), range.start, range.end))
    }

    get fontName(): never {
      return mixable(this, 'fontName')
    }
    set fontName(value: unknown) {
      recordOf(this)
      const fontName = this[SESSION].loadedFonts.usable(value, 'fontName')
      changeLetters(this, withAll(recordOf(this), byHand({ fontName })))
    }

    get fontSize(): never {
      return mixable(this, 'fontSize')
    }
    set fontSize(value: unknown) {
      const fontSize = validated(letters.fontSize, value, 'fontSize')
      assertWritable(this)
      changeLetters(this, withAll(recordOf(this), byHand({ fontSize })))
    }

    get fontWeight(): never {
      return mixable(this, 'fontWeight')
    }

    get textCase(): never {
      return mixable(this, 'textCase')
    }
    set textCase(value: unknown) {
      const textCase = validated(letters.textCase, value, 'textCase')
      assertWritable(this)
      changeLetters(this, withAll(recordOf(this), byHand({ textCase })))
    }

    get letterSpacing(): never {
      return mixable(this, 'letterSpacing')
    }
    set letterSpacing(value: unknown) {
      const letterSpacing = validated(letters.letterSpacing, value, 'letterSpacing')
      assertWritable(this)
      changeLetters(this, withAll(recordOf(this), byHand({ letterSpacing })))
    }

    get hyperlink(): never {
      return mixable(this, 'hyperlink')
    }
    set hyperlink(value: unknown) {
      const hyperlink = validated(letters.hyperlink, value, 'hyperlink')
      assertNode(this, hyperlink)
      changeLetters(this, withAll(recordOf(this), { hyperlink }))
    }
  }
  return WithText
}

/** T:9870: the name follows what is written, as long as nobody gave the layer another. */
function write(face: LayerFace, part: ReturnType<typeof withCharacters>): void {
  changeLetters(face, part.text!.autoRename ? { ...part, name: textName(part.text!.characters) } : part)
}

export const TEXT_ABSENT = ['openTypeFeatures'] as const
