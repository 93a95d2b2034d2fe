import type * as F from '@figma/plugin-typings/plugin-api-standalone'
import type { LayerRecord } from '../document/layer-record.ts'
import type { LetterStyle, TextContent, TextRun } from '../document/parts/text-content.ts'

/** All that is said of one letter, whether of it alone or of the whole text. */
export interface Letter extends LetterStyle {
  readonly fills: readonly F.Paint[]
  readonly fillStyleId: string
  readonly textStyleId: string
  readonly hyperlink: F.HyperlinkTarget | null
}

/** Letters that look the same. `end` is the index after the last. */
export interface Stretch {
  readonly start: number
  readonly end: number
  readonly letter: Letter
}

/** A layer with text, or as much of it as says how its letters look. */
export interface Lettered {
  readonly text?: TextContent | undefined
  readonly fills: readonly F.Paint[]
  readonly styles?: LayerRecord['styles']
}

/** The text from its first to its last letter; one empty stretch where there is none. */
export function stretchesOf(layer: Lettered): Stretch[] {
  const { characters, runs } = layer.text!
  const base = baseOf(layer)
  const stretches: Stretch[] = []
  let at = 0
  for (const run of runs) {
    if (run.start > at) stretches.push({ start: at, end: run.start, letter: base })
    stretches.push({ start: run.start, end: run.end, letter: inRun(base, run) })
    at = run.end
  }
  if (at < characters.length || stretches.length === 0) {
    stretches.push({ start: at, end: characters.length, letter: base })
  }
  return stretches
}

/** What of the stretches lies between `start` and `end`. */
export const stretchesIn = (layer: Lettered, start: number, end: number): Stretch[] =>
  stretchesOf(layer)
    .map((stretch) => ({ ...stretch, start: Math.max(start, stretch.start), end: Math.min(end, stretch.end) }))
    .filter((stretch) => stretch.end > stretch.start)

/** How letters look that no run says anything of. */
export const baseOf = ({ text, fills, styles }: Lettered): Letter => ({
  ...text!.letters,
  fills,
  fillStyleId: styles?.fill ?? '',
  textStyleId: styles?.text ?? '',
  hyperlink: null,
})

function inRun(base: Letter, { start: _start, end: _end, ...own }: TextRun): Letter {
  // A run with paints of its own does not follow the style of the rest.
  return { ...base, ...(own.fills && { fillStyleId: '' }), ...own }
}
