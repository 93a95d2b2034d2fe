import type * as F from '@figma/plugin-typings/plugin-api-standalone'
import { FigmaError, notSimulated } from '../errors.ts'
import { soon } from '../later.ts'
import { MIXED } from '../sandbox/remote.ts'
import { familyOf, isAvailable } from '../text/fonts.ts'
import { fontInput } from '../values/letters.ts'
import { validated } from '../values/validated.ts'

/** The fonts that one run of a plugin has loaded. Text can be written only in these (docs: working with text). */
export class LoadedFonts {
  readonly #names = new Set<string>()

  /** Rejects with a plain string, as field reports have it (figma/plugin-samples#93). Without a style: all of the family. */
  async load(value: unknown): Promise<void> {
    const { family, style } = fontFrom(value, 'fontName')
    await soon()
    const styles = style === undefined ? (familyOf(family)?.styles ?? []) : [style]
    if (styles.length === 0 || !styles.every((each) => isAvailable({ family, style: each }))) {
      throw `The font "${style === undefined ? family : `${family} ${style}`}" could not be loaded`
    }
    for (const each of styles) this.#names.add(nameOf({ family, style: each }))
  }

  /** What is written in these fonts is about to change. */
  assertWritable(fonts: readonly F.FontName[]): void {
    this.#assert(fonts, 'Cannot write to node with unloaded font')
  }

  /** A font that is about to be set, complete. */
  usable(value: unknown, property: string): F.FontName {
    const { family, style, variationSettings } = fontFrom(value, property)
    if (style === undefined) throw notSimulated('a font without a style, where it is set,')
    if (variationSettings) throw notSimulated('a variable font')
    this.assertUsable({ family, style })
    return { family, style }
  }

  /** Letters are about to get this font. */
  assertUsable(font: F.FontName): void {
    this.#assert([font], 'Cannot use unloaded font')
  }

  #assert(fonts: readonly F.FontName[], what: string): void {
    const unloaded = fonts.find((font) => !this.#names.has(nameOf(font)))
    if (!unloaded) return
    const { family, style } = unloaded
    throw new FigmaError(
      `${what} "${family} ${style}". Please call figma.loadFontAsync({ family: "${family}", style: "${style}" }) and await the returned promise first.`,
    )
  }
}

function fontFrom(value: unknown, property: string) {
  // Field: what becomes of a node's mixed `fontName`.
  if (value === MIXED) throw new FigmaError('Cannot unwrap symbol')
  return validated(fontInput, value, property)
}

const nameOf = ({ family, style }: F.FontName) => JSON.stringify([family, style])
