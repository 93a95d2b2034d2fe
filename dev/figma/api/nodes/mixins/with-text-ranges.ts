import type * as F from '@figma/plugin-typings/plugin-api-standalone'
import * as z from 'zod'
import { followStyleInRange } from '../../../document/styles/follow-style.ts'
import { FigmaError } from '../../../errors.ts'
import { soon } from '../../../later.ts'
import type { Letter } from '../../../text/letters.ts'
import { SEGMENT_FIELDS, segmentsIn } from '../../../text/segments.ts'
import { withRange } from '../../../text/write-letters.ts'
import * as letters from '../../../values/letters.ts'
import { validated } from '../../../values/validated.ts'
import { assertNotDynamic } from '../../dynamic-page.ts'
import type { LayerFace } from '../layer-face.ts'
import {
  assertNode,
  assertWritable,
  byHand,
  changeLetters,
  fontsOf,
  mixable,
  paintStyleFrom,
  type Range,
  rangeFrom,
  textOf,
  textStyleFrom,
} from '../letter-access.ts'
import { ID, recordOf, SESSION, treeOf } from '../node-face.ts'
import type { Class } from './class.ts'

/**
 * What text mixins say of a range of letters. It is long because the typings name a getter and a setter for each field;
 * each only checks what it is given.
 */
export function withTextRanges<Base extends Class<LayerFace>>(base: Base) {
  abstract class WithTextRanges extends base {
    getRangeFontSize(start: unknown, end: unknown): never {
      return mixable(this, 'fontSize', rangeFrom(this, start, end))
    }
    setRangeFontSize(start: unknown, end: unknown, value: unknown): void {
      setRange(this, rangeFrom(this, start, end), () => ({ fontSize: validated(letters.fontSize, value, 'value') }))
    }

    getRangeFontName(start: unknown, end: unknown): never {
      return mixable(this, 'fontName', rangeFrom(this, start, end))
    }
    setRangeFontName(start: unknown, end: unknown, value: unknown): void {
      const range = rangeFrom(this, start, end)
      const fontName = this[SESSION].loadedFonts.usable(value, 'value')
      changeLetters(this, withRange(recordOf(this), range, byHand({ fontName })))
    }

    getRangeFontWeight(start: unknown, end: unknown): never {
      return mixable(this, 'fontWeight', rangeFrom(this, start, end))
    }

    getRangeAllFontNames(start: unknown, end: unknown): F.FontName[] {
      return fontsOf(this, rangeFrom(this, start, end))
    }

    getRangeTextCase(start: unknown, end: unknown): never {
      return mixable(this, 'textCase', rangeFrom(this, start, end))
    }
    setRangeTextCase(start: unknown, end: unknown, value: unknown): void {
      setRange(this, rangeFrom(this, start, end), () => ({ textCase: validated(letters.textCase, value, 'value') }))
    }

    getRangeTextDecoration(start: unknown, end: unknown): never {
      return mixable(this, 'textDecoration', rangeFrom(this, start, end))
    }
    setRangeTextDecoration(start: unknown, end: unknown, value: unknown): void {
      const range = rangeFrom(this, start, end)
      const textDecoration = validated(letters.textDecoration, value, 'value')
      assertWritable(this)
      changeLetters(this, withRange(recordOf(this), range, { textDecoration }))
    }

    getRangeLetterSpacing(start: unknown, end: unknown): never {
      return mixable(this, 'letterSpacing', rangeFrom(this, start, end))
    }
    setRangeLetterSpacing(start: unknown, end: unknown, value: unknown): void {
      setRange(this, rangeFrom(this, start, end), () => ({
        letterSpacing: validated(letters.letterSpacing, value, 'value'),
      }))
    }

    getRangeLineHeight(start: unknown, end: unknown): never {
      return mixable(this, 'lineHeight', rangeFrom(this, start, end))
    }
    setRangeLineHeight(start: unknown, end: unknown, value: unknown): void {
      setRange(this, rangeFrom(this, start, end), () => ({ lineHeight: validated(letters.lineHeight, value, 'value') }))
    }

    getRangeHyperlink(start: unknown, end: unknown): never {
      return mixable(this, 'hyperlink', rangeFrom(this, start, end))
    }
    setRangeHyperlink(start: unknown, end: unknown, value: unknown): void {
      const range = rangeFrom(this, start, end)
      const hyperlink = validated(letters.hyperlink, value, 'value')
      assertNode(this, hyperlink)
      changeLetters(this, withRange(recordOf(this), range, { hyperlink }))
    }

    getRangeFills(start: unknown, end: unknown): never {
      return mixable(this, 'fills', rangeFrom(this, start, end))
    }
    setRangeFills(start: unknown, end: unknown, value: unknown): void {
      const range = rangeFrom(this, start, end)
      const fills = this[SESSION].document.storedPaints(value)
      // T:9966 asks for the font, the guide to text does not: the stricter of the two.
      assertWritable(this)
      changeLetters(this, withRange(recordOf(this), range, { fills, fillStyleId: '' }))
    }

    getRangeFillStyleId(start: unknown, end: unknown): never {
      return mixable(this, 'fillStyleId', rangeFrom(this, start, end))
    }

    async setRangeFillStyleIdAsync(start: unknown, end: unknown, styleId: unknown): Promise<void> {
      const range = rangeFrom(this, start, end)
      await soon()
      followInRange(this, range, 'fill', styleId)
    }
    setRangeFillStyleId(start: unknown, end: unknown, value: unknown): void {
      assertNotDynamic(this[SESSION], 'node.setRangeFillStyleIdAsync')
      followInRange(this, rangeFrom(this, start, end), 'fill', value)
    }

    getRangeTextStyleId(start: unknown, end: unknown): never {
      return mixable(this, 'textStyleId', rangeFrom(this, start, end))
    }

    async setRangeTextStyleIdAsync(start: unknown, end: unknown, styleId: unknown): Promise<void> {
      const range = rangeFrom(this, start, end)
      await soon()
      followInRange(this, range, 'text', styleId)
    }
    setRangeTextStyleId(start: unknown, end: unknown, value: unknown): void {
      assertNotDynamic(this[SESSION], 'node.setRangeTextStyleIdAsync')
      followInRange(this, rangeFrom(this, start, end), 'text', value)
    }

    getStyledTextSegments(fields: unknown, start?: unknown, end?: unknown): never[] {
      const wanted = validated(z.array(z.enum(SEGMENT_FIELDS)), fields, 'getStyledTextSegments')
      if ((start === undefined) !== (end === undefined)) {
        throw new FigmaError("Invalid range. Must provide both 'start' and 'end'")
      }
      const all = { start: 0, end: textOf(this).characters.length }
      return segmentsIn(recordOf(this), wanted, start === undefined ? all : rangeFrom(this, start, end)) as never[]
    }
  }
  return WithTextRanges
}

/** What a text style says too. The range is checked before the value, and the fonts last. */
function setRange(face: LayerFace, range: Range, read: () => Partial<Letter>): void {
  const values = read()
  assertWritable(face)
  changeLetters(face, withRange(recordOf(face), range, byHand(values)))
}

function followInRange(face: LayerFace, range: Range, field: 'fill' | 'text', styleId: unknown): void {
  const id = field === 'text' ? textStyleFrom(face, styleId) : paintStyleFrom(face, styleId)
  followStyleInRange(treeOf(face), face[ID], { field, styleId: id, ...range })
}

export const TEXT_RANGES_ABSENT = [
  'getRangeOpenTypeFeatures getRangeBoundVariable setRangeBoundVariable getRangeTextDecorationStyle setRangeTextDecorationStyle',
  'getRangeTextDecorationOffset setRangeTextDecorationOffset getRangeTextDecorationThickness',
  'setRangeTextDecorationThickness getRangeTextDecorationColor setRangeTextDecorationColor',
  'getRangeTextDecorationSkipInk setRangeTextDecorationSkipInk getRangeListOptions setRangeListOptions',
  'getRangeListSpacing setRangeListSpacing getRangeIndentation setRangeIndentation getRangeParagraphIndent',
  'setRangeParagraphIndent getRangeParagraphSpacing setRangeParagraphSpacing getRangeTextWrapStyle',
  'setRangeTextWrapStyle',
] as const
