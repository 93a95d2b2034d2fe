import type * as F from '@figma/plugin-typings/plugin-api-standalone'
import * as z from 'zod'
import type { TextContent } from '../../document/parts/text-content.ts'
import { FigmaError, notSimulated } from '../../errors.ts'
import { ABSENT, KIND } from '../../sandbox/remote.ts'
import * as letters from '../../values/letters.ts'
import { validated } from '../../values/validated.ts'
import { type Exactly, type Holds, wordsOf } from '../absent.ts'
import { recordOf, SESSION } from '../nodes/node-face.ts'
import { bindingWith } from '../variables/bindings.ts'
import { VariableFace } from '../variables/variable-face.ts'
import { StyleFace, writeStyle } from './style-face.ts'

export class TextStyleFace extends StyleFace implements Pick<F.TextStyle, Simulated> {
  get [KIND]() {
    return 'TextStyle'
  }
  override get [ABSENT]() {
    return wordsOf(TEXT_STYLE_ABSENT)
  }
  get type(): 'TEXT' {
    return 'TEXT'
  }

  get fontName(): F.FontName {
    return textOf(this).letters.fontName
  }
  set fontName(value: unknown) {
    writeLetters(this, { fontName: this[SESSION].loadedFonts.usable(value, 'fontName') })
  }

  get fontSize(): number {
    return textOf(this).letters.fontSize
  }
  set fontSize(value: unknown) {
    writeLaidOut(this, { fontSize: validated(letters.fontSize, value, 'fontSize') })
  }

  get letterSpacing(): F.LetterSpacing {
    return textOf(this).letters.letterSpacing
  }
  set letterSpacing(value: unknown) {
    writeLaidOut(this, { letterSpacing: validated(letters.letterSpacing, value, 'letterSpacing') })
  }

  get lineHeight(): F.LineHeight {
    return textOf(this).letters.lineHeight
  }
  set lineHeight(value: unknown) {
    writeLaidOut(this, { lineHeight: validated(letters.lineHeight, value, 'lineHeight') })
  }

  get textCase(): F.TextCase {
    return textOf(this).letters.textCase
  }
  set textCase(value: unknown) {
    writeLaidOut(this, { textCase: validated(letters.textCase, value, 'textCase') })
  }

  get textDecoration(): F.TextDecoration {
    return textOf(this).letters.textDecoration
  }
  set textDecoration(value: unknown) {
    writeLetters(this, { textDecoration: validated(letters.textDecoration, value, 'textDecoration') })
  }

  get paragraphIndent(): number {
    return textOf(this).paragraphIndent
  }
  set paragraphIndent(value: unknown) {
    assertLoaded(this)
    const paragraphIndent = validated(z.number().min(0), value, 'paragraphIndent')
    writeStyle(this, { text: { ...textOf(this), paragraphIndent } })
  }

  get paragraphSpacing(): number {
    return textOf(this).paragraphSpacing
  }
  set paragraphSpacing(value: unknown) {
    assertLoaded(this)
    const paragraphSpacing = validated(z.number().min(0), value, 'paragraphSpacing')
    writeStyle(this, { text: { ...textOf(this), paragraphSpacing } })
  }

  get boundVariables(): NonNullable<F.TextStyle['boundVariables']> {
    return recordOf(this).boundVariables
  }
  set boundVariables(_value: unknown) {
    throw notSimulated('setting the bound variables of a text style at once')
  }

  setBoundVariable(field: unknown, variable: unknown): void {
    // Field, word for word.
    if (variable !== null && !(variable instanceof VariableFace)) {
      throw new FigmaError('Cannot call setBoundVariable with a non-variable node')
    }
    writeStyle(this, { boundVariables: bindingWith(recordOf(this), field, variable && recordOf(variable)) })
  }
}

const textOf = (face: TextStyleFace): TextContent => recordOf(face).text!

function writeLetters(face: TextStyleFace, part: Partial<TextContent['letters']>): void {
  const text = textOf(face)
  writeStyle(face, { text: { ...text, letters: { ...text.letters, ...part } } })
}

/** Texts that follow are laid out again, and that takes their font (docs: working with text). */
function writeLaidOut(face: TextStyleFace, part: Partial<TextContent['letters']>): void {
  assertLoaded(face)
  writeLetters(face, part)
}

const assertLoaded = (face: TextStyleFace) => face[SESSION].loadedFonts.assertWritable([textOf(face).letters.fontName])

type Simulated = Extract<keyof TextStyleFace, keyof F.TextStyle>

const TEXT_STYLE_ABSENT = ['leadingTrim textWrapStyle listSpacing hangingPunctuation hangingList'] as const
export type TextStyleMembers = Holds<Exactly<F.TextStyle, TextStyleFace, typeof TEXT_STYLE_ABSENT>>
