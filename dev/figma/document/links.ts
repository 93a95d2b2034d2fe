import type { LayerRecord, StyledField } from './layer-record.ts'
import { isSame } from './same.ts'
import { boundField } from './variables/bound-fields.ts'

/**
 * What is written by hand no longer follows: a value that a style sets drops the style (facts §3b), one that a variable
 * sets drops the variable (believed). A part that says itself what is followed is left as it is.
 */
export function withoutLinks(record: LayerRecord, part: Partial<LayerRecord>): Partial<LayerRecord> {
  return {
    ...part,
    ...(!part.styles && stylesLeft(record, part)),
    ...(!part.boundVariables && variablesLeft(record, part)),
  }
}

function stylesLeft(record: LayerRecord, part: Partial<LayerRecord>): Pick<LayerRecord, 'styles'> | undefined {
  const fields = Object.keys(record.styles) as StyledField[]
  const left = fields.filter((field) => !WRITTEN[field](record, part))
  if (left.length === fields.length) return undefined
  return { styles: Object.fromEntries(left.map((field) => [field, record.styles[field]])) }
}

function variablesLeft(
  record: LayerRecord,
  part: Partial<LayerRecord>,
): Pick<LayerRecord, 'boundVariables'> | undefined {
  const now = { ...record, ...part }
  const bound = Object.entries(record.boundVariables)
  const left = bound.filter(([name]) => {
    const field = boundField(name)
    return field && isSame(field.read(record), field.read(now))
  })
  return left.length === bound.length ? undefined : { boundVariables: Object.fromEntries(left) }
}

/** Whether a part writes what a style of this kind sets. */
const WRITTEN: Readonly<Record<StyledField, (record: LayerRecord, part: Partial<LayerRecord>) => boolean>> = {
  fill: (_record, { fills }) => fills !== undefined,
  stroke: (_record, { strokes }) => strokes !== undefined,
  effect: (_record, { effects }) => effects !== undefined,
  grid: (_record, { layoutGrids }) => layoutGrids !== undefined,
  text: (record, { text }) => text !== undefined && !isSame(lettersOf(record.text), lettersOf(text)),
}

const lettersOf = (text: LayerRecord['text']) => text && [text.letters, text.paragraphSpacing, text.paragraphIndent]
