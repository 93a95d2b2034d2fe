import * as z from 'zod'
import type { TextContent } from '../../../document/parts/text-content.ts'
import { validated } from '../../../values/validated.ts'
import type { LayerFace } from '../layer-face.ts'
import { assertWritable, textOf } from '../letter-access.ts'
import { change } from '../node-face.ts'
import type { Class } from './class.ts'
import type { withShape } from './with-shape.ts'

/** How a text lies in its box, and what the box does when the letters change. */
export function withTextBox<Base extends Class<Shape>>(base: Base) {
  abstract class WithTextBox extends base {
    get textAlignHorizontal(): TextContent['alignHorizontal'] {
      return textOf(this).alignHorizontal
    }
    set textAlignHorizontal(value: unknown) {
      const horizontal = z.enum(['LEFT', 'CENTER', 'RIGHT', 'JUSTIFIED'])
      setText(this, { alignHorizontal: validated(horizontal, value, 'textAlignHorizontal') })
    }

    get textAlignVertical(): TextContent['alignVertical'] {
      return textOf(this).alignVertical
    }
    set textAlignVertical(value: unknown) {
      const vertical = z.enum(['TOP', 'CENTER', 'BOTTOM'])
      setText(this, { alignVertical: validated(vertical, value, 'textAlignVertical') })
    }

    get textAutoResize(): TextContent['autoResize'] {
      return textOf(this).autoResize
    }
    set textAutoResize(value: unknown) {
      const modes = z.enum(['NONE', 'WIDTH_AND_HEIGHT', 'HEIGHT', 'TRUNCATE'])
      setText(this, { autoResize: validated(modes, value, 'textAutoResize') })
    }

    get textTruncation(): TextContent['truncation'] {
      return textOf(this).truncation
    }
    set textTruncation(value: unknown) {
      setText(this, { truncation: validated(z.enum(['DISABLED', 'ENDING']), value, 'textTruncation') })
    }

    get maxLines(): number | null {
      return textOf(this).maxLines
    }
    set maxLines(value: unknown) {
      setText(this, { maxLines: validated(z.int().min(1).nullable(), value, 'maxLines') })
    }

    override resize(width: unknown, height: unknown): void {
      super.resize(width, height)
      fixSize(this)
    }

    override resizeWithoutConstraints(width: unknown, height: unknown): void {
      super.resizeWithoutConstraints(width, height)
      fixSize(this)
    }
  }
  return WithTextBox
}

type Shape = InstanceType<ReturnType<typeof withShape<Class<LayerFace>>>>

/** Field: a text that is resized keeps that size until `textAutoResize` is set again. */
function fixSize(face: LayerFace): void {
  change(face, { text: { ...textOf(face), autoResize: 'NONE' } })
}

/** What says how a text is laid out needs its fonts (field: `maxLines`, `textTruncation` and the like too). */
function setText(face: LayerFace, part: Partial<TextContent>): void {
  assertWritable(face)
  change(face, { text: { ...textOf(face), ...part } })
}
